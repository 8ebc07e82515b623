-- What a feed by HTTP has kept; what was applied until now is what `since` may ask from. Another address begins anew.
insert into http_feed as f (route, url, etag, document_id, asked_at, mapping_hash)
values (:route, :url, :etag, :document, :asked_at, :mapping_hash)
on conflict (route) do update set
    url = excluded.url,
    etag = excluded.etag,
    document_id = excluded.document_id,
    asked_at = excluded.asked_at,
    mapping_hash = excluded.mapping_hash,
    since = case
        when f.url <> excluded.url then null
        when (select status from document where id = f.document_id) in ('applied', 'ignored', 'duplicate') then f.asked_at
        else f.since
    end

-- What a feed by HTTP knows of this address; the moment of a document that was not applied (yet) does not count.
select
    f.etag,
    case when d.status in ('applied', 'ignored', 'duplicate') then f.asked_at else f.since end as since,
    d.status = 'rejected' as rejected,
    d.mapping,
    d.sha256,
    f.mapping_hash
from http_feed f
left join document d on d.id = f.document_id
where f.route = :route and f.url = :url

-- What a feed by HTTP knows of this address; the moment of a document that was not applied (yet) does not count, and a
-- rejected one is fetched anew: the mapping may have been mended.
select
    case when d.status = 'rejected' then null else f.etag end as etag,
    case when d.status in ('applied', 'ignored', 'duplicate') then f.asked_at else f.since end as since
from http_feed f
left join document d on d.id = f.document_id
where f.route = :route and f.url = :url

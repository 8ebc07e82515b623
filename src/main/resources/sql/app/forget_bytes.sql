-- Raw bytes of the oldest documents that have ended, or were sent; their rows, hashes and problems stay.
with oldest as (
    select distinct document_id from (select document_id from document_content order by document_id limit 500) as slice
)
delete from document_content
where document_id in (
    select document.id
    from oldest join document on document.id = oldest.document_id
    where (document.ended_at is not null or document.sent_at is not null and document.status <> 'kept')
        and document.received_at < now() - make_interval(days => :days)
)

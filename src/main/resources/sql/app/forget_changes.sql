-- What documents changed, line by line, of some that ended long ago.
delete from change
where document_id in (
    select id
    from document
    where direction = 'in' and ended_at < now() - make_interval(days => :days) and exists (select from change where change.document_id = document.id)
    order by ended_at
    limit 10
)

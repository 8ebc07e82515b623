-- What could not be written as it stands in the data, as problems of the document that we wrote.
with told as (
    insert into problem (document_id, n, code, at, value, field, line, write)
    select :document, n, code, at, value, field, null, write
    from unnest(cast(:codes as text[]), cast(:at as text[]), cast(:values as text[]), cast(:fields as text[]), cast(:writes as text[]))
        with ordinality as found (code, at, value, field, write, n)
    returning document_id
)
update document set problems = (select count(*) from told) where id = :document

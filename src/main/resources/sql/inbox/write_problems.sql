-- Problems of a document, numbered on from those it has.
insert into problem (document_id, n, code, at, value, field, line, write)
select :document, p.n + (select coalesce(max(n), 0) from problem where document_id = :document),
    p.code, p.at, p.value, p.field, p.line, p.write
from unnest(
    cast(:codes as text[]), cast(:places as text[]), cast(:values as text[]), cast(:fields as text[]),
    cast(:lines as text[]), cast(:writes as text[])
) with ordinality as p (code, at, value, field, line, write, n)

-- The messages of a document, with the moment each speaks of.
insert into document_message (document_id, n, kind, control, mode, as_of, rows, fallen)
select :document, m.n, m.kind, m.control, m.mode, m.as_of::timestamptz, m.rows, m.fallen
from unnest(
    cast(:ns as int[]), cast(:kinds as text[]), cast(:controls as text[]), cast(:modes as text[]),
    cast(:as_ofs as text[]), cast(:rows as int[]), cast(:fallen as bool[])
) as m (n, kind, control, mode, as_of, rows, fallen)

-- Partners that rejected lines do not supply them again; the first rejection is remembered.
insert into passed_over (line_id, location, document_id, position, at)
select line_id, location, document_id, position, cast(:at as timestamptz)
from unnest(cast(:lines as bigint[]), cast(:locations as text[]), cast(:documents as bigint[]), cast(:positions as text[]))
    as rejected (line_id, location, document_id, position)
on conflict do nothing

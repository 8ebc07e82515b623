-- Numbers the locations that staged records name.
insert into stage_place (place, location)
select named.place, named.location
from unnest(cast(:locations as text[])) with ordinality as named (location, place)
union all
select 0, null

-- Locations by code: the one named, or, where `code` is null, those after `after`.
select code, kind, partner, handling_days, rank, zone, working_days, to_char(cutoff, 'HH24:MI') as cutoff
from location
where (cast(:code as text) is null and code > :after)
   or code = :code
order by code
limit :limit

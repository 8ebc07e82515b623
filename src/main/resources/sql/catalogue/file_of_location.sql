-- The partner whose file holds this location.
select code
from partner
where file -> 'location' ->> 'code' = :location
order by code
limit 1

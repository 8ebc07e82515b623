-- Notes the moment of full inventories for their locations: each speaks for every row of stock that is not absent.
update location
set full_as_of = spoken.as_of
from (
    select spoken.location, max(m.as_of) as as_of
    from unnest(cast(:spoken_by as int[]), cast(:spoken_for as text[])) as spoken (message, location)
    join document_message as m on m.document_id = :document and m.n = spoken.message
    group by spoken.location
) as spoken
where location.code = spoken.location and (location.full_as_of is null or location.full_as_of < spoken.as_of)

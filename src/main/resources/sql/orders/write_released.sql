-- What of the lines is in picking from now on, in place of what was.
with gone as (
    delete from released where line_id = any(:changed)
    and not (line_id, location) in (
        select line_id, location from unnest(cast(:lines as bigint[]), cast(:locations as text[])) as picked (line_id, location))
)
insert into released (line_id, location, quantity)
select line_id, location, quantity
from unnest(cast(:lines as bigint[]), cast(:locations as text[]), cast(:quantities as int[])) as picked (line_id, location, quantity)
on conflict (line_id, location) do update set quantity = excluded.quantity, booked = least(released.booked, excluded.quantity)

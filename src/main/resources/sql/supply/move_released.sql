-- Units of lines that partners have: shipped they have left, freed they are open again, undone they are released once more.
with moved as (
    select line_id, location, cast(sum(released) as int) as released, cast(sum(shipped) as int) as shipped
    from unnest(cast(:lines as bigint[]), cast(:locations as text[]), cast(:released as int[]), cast(:shipped as int[]))
        as unit (line_id, location, released, shipped)
    group by line_id, location
),
gone as (
    delete from released using moved
    where released.line_id = moved.line_id and released.location = moved.location and released.quantity + moved.released = 0
),
kept as (
    update released
    set quantity = released.quantity + moved.released, booked = least(released.booked, released.quantity + moved.released)
    from moved
    where released.line_id = moved.line_id and released.location = moved.location and released.quantity + moved.released > 0
),
come as (
    insert into released (line_id, location, quantity)
    select line_id, location, moved.released
    from moved
    where moved.released > 0 and not exists (
        select from released as known where known.line_id = moved.line_id and known.location = moved.location)
)
update order_line set released = order_line.released + line.released, shipped = order_line.shipped + line.shipped
from (select line_id, sum(released) as released, sum(shipped) as shipped from moved group by line_id) as line
where order_line.id = line.line_id

-- Units of lines that a call shipped from where a partner has them count as shipped by its purchase orders; of several the
-- oldest first. Answers since when the partner's inventories leave them out.
with gone as (
    select line_id, units from unnest(cast(:lines as bigint[]), cast(:units as int[])) as gone (line_id, units)
),
ordered as (
    select number, purchase_order_line.line, line_id, gone.units, room,
        sum(room) over (partition by line_id order by number, purchase_order_line.line) - room as before
    from gone
    join purchase_order_line using (line_id)
    join purchase_order using (number)
    cross join lateral (
        select purchase_order_line.quantity - purchase_order_line.cancelled - purchase_order_line.freed - purchase_order_line.shipped as room
    ) as open
    where purchase_order.location = :location and purchase_order.document_id is not null
),
part as (
    select number, line, line_id, cast(least(room, units - before) as int) as units from ordered where room > 0 and units > before
),
shipped as (
    update purchase_order_line set shipped = shipped + part.units, by_call = by_call + part.units
    from part
    where purchase_order_line.number = part.number and purchase_order_line.line = part.line
)
select part.line_id, part.units, booking.booked_from
from part join booking using (number)
order by part.line_id, part.number, part.line

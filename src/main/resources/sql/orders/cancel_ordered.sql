-- Units of a line that were cancelled after they were ordered from a supplier; of several purchase orders the newest first.
with ordered as (
    select purchase_order_line.number, purchase_order_line.line, room,
        sum(room) over (order by purchase_order_line.number desc, purchase_order_line.line desc) - room as before
    from purchase_order_line
    join purchase_order using (number)
    cross join lateral (
        select purchase_order_line.quantity - purchase_order_line.cancelled - purchase_order_line.freed - purchase_order_line.shipped as room
    ) as open
    where purchase_order_line.line_id = :line and purchase_order.location = :location and purchase_order.document_id is not null
)
update purchase_order_line
set cancelled = cancelled + cast(least(room, greatest(0, :units - before)) as int)
from ordered
where purchase_order_line.number = ordered.number and purchase_order_line.line = ordered.line

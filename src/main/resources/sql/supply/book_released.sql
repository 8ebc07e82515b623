-- Units sent to partners that the partner's last inventory already leaves out: from then on they are not deducted (rule 8).
-- Says it of all released units of these SKUs at suppliers' locations, from the facts.
with known as (
    select released.line_id, released.location,
        cast(least(released.quantity, coalesce(sum(dropship_unit.units) filter (
            where dropship_unit.booked_from <= case when stock.absent = 0 then greatest(stock.as_of, location.full_as_of) else stock.as_of end
        ), 0)) as int) as units
    from order_line
    join released on released.line_id = order_line.id
    join location on location.code = released.location and location.kind = 'supplier'
    left join stock on stock.sku = order_line.sku and stock.location = released.location
    left join dropship_unit on dropship_unit.line_id = released.line_id and dropship_unit.location = released.location
    where order_line.sku = any(:skus) and order_line.quantity - order_line.shipped - order_line.cancelled > 0
    group by released.line_id, released.location
)
update released set booked = known.units
from known
where released.line_id = known.line_id and released.location = known.location and released.booked <> known.units

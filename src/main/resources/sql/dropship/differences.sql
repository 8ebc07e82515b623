-- Lines whose purchase order that is not yet written differs from what they hold at a dropship location: held there by `upto`
-- it grows, held no more it shrinks. A line on hold, or not whole where its order's rule says whole (rule 5), is on none.
with place as (
    select location, cast(upto as timestamptz) as upto
    from unnest(cast(:locations as text[]), cast(:upto as text[])) as place (location, upto)
),
held as (
    select allocation.line_id, allocation.location, sum(allocation.quantity) as units,
        coalesce(sum(allocation.quantity) filter (where allocation.since <= place.upto), 0) as due
    from place join allocation using (location)
    group by allocation.line_id, allocation.location
),
ordered as (
    select purchase_order_line.line_id, purchase_order.location, purchase_order_line.line, purchase_order_line.quantity
    from purchase_order join purchase_order_line using (number)
    where purchase_order.order_id is not null and purchase_order.document_id is null
),
line as (
    select order_line.order_id, order_line.id as line_id, order_line.sku, location, coalesce(ordered.quantity, 0) as ordered,
        ordered.line,
        case when not may_leave.now then 0
            when coalesce(ordered.quantity, 0) > coalesce(held.units, 0) then coalesce(held.units, 0)
            else greatest(held.due, ordered.quantity) end as units
    from held full join ordered using (line_id, location)
    join order_line on order_line.id = line_id
    join orders on orders.id = order_line.order_id
    cross join lateral (
        select not orders.hold and case orders.ship
            when 'line' then order_line.open = (select sum(quantity) from allocation where line_id = order_line.id)
            when 'complete' then orders.ready and not exists (
                select from order_line as sibling
                where sibling.order_id = orders.id
                  and sibling.open > coalesce((select sum(quantity) from allocation where line_id = sibling.id), 0))
            else true end as now
    ) as may_leave
    where cardinality(cast(:orders as bigint[])) = 0 or order_line.order_id = any(:orders)
)
select line.order_id, line.location, line.line_id, line.sku, line.line, cast(line.units as int) as units,
    purchase_order.number,
    coalesce((select max(cast(last.line as int)) from purchase_order_line as last where last.number = purchase_order.number), 0)
        as last_line
from line
left join purchase_order
    on purchase_order.order_id = line.order_id and purchase_order.location = line.location and purchase_order.document_id is null
where line.units <> line.ordered
order by line.order_id, line.location, line.line_id
limit :limit

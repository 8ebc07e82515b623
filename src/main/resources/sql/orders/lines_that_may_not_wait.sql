-- Lines of new orders that were not filled and may not be backordered, or that made somebody else wait who may not; in the
-- order of demand. Without a line that `gives_way` others would get units or room that it has taken. A line of a `complete` order that is coverable is filled as soon as its order is judged.
with line as (
    select
        order_line.id, order_line.order_id, order_line.line, order_line.sku, order_line.open,
        case when orders.ship = 'complete' and order_line.coverable then 0
            else order_line.open - coalesce((select sum(quantity) from allocation where line_id = order_line.id), 0)
        end as waiting
    from order_line join orders on orders.id = order_line.order_id
    where order_line.sku = any(:skus)
      and order_line.quantity - order_line.shipped - order_line.cancelled > 0 and order_line.open > 0
),
sku as (
    select sku, sum(waiting) as waiting, coalesce(sum(waiting) filter (where order_id <> all(:orders)), 0) as displaced
    from line group by sku
),
before as (
    select sku, units from unnest(cast(:before_skus as text[]), cast(:before_units as int[])) as before (sku, units)
)
select
    orders.id, line.id as line_id, orders.storefront, orders.number, line.line, line.sku, orders.sold,
    cast(line.waiting as int) as waiting,
    case
        when item.status = 'discontinued' then 'is discontinued'
        when not item.backorder_allowed then 'may not be backordered'
        else 'may be backordered by no more than ' || item.backorder_limit || ' units in total'
    end as reason,
    line.waiting < line.open or item.status <> 'discontinued' and item.backorder_allowed as gives_way
from line
join orders on orders.id = line.order_id
join item on item.sku = line.sku
join sku on sku.sku = line.sku
left join before on before.sku = line.sku
where line.order_id = any(:orders)
  and (line.waiting > 0 or sku.displaced > coalesce(before.units, 0))
  and (item.status = 'discontinued' or not item.backorder_allowed or sku.waiting > item.backorder_limit)
order by line.waiting > 0 desc, orders.priority desc, orders.placed_at, orders.storefront, orders.number, line.id

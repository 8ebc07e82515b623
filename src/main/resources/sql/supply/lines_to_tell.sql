-- Order lines as they are told.
select order_line.id, orders.storefront, orders.number, order_line.line, order_line.sku, order_line.quantity,
    coalesce(held.units, 0) as allocated, order_line.open - coalesce(held.units, 0) as backordered,
    order_line.released, order_line.shipped, order_line.cancelled
from order_line
join orders on orders.id = order_line.order_id
left join lateral (
    select cast(sum(quantity) as int) as units from allocation where allocation.line_id = order_line.id
) as held on true
where order_line.id = any(:lines)
order by order_line.id

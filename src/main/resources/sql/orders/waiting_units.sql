-- Units that wait of items that may not be backordered without end, before new orders come.
select order_line.sku, cast(sum(
    case when orders.ship = 'complete' and order_line.coverable then 0
        else order_line.open - coalesce((select sum(quantity) from allocation where line_id = order_line.id), 0)
    end) as int) as units
from order_line
join orders on orders.id = order_line.order_id
join item on item.sku = order_line.sku
where order_line.sku = any(:skus)
  and order_line.quantity - order_line.shipped - order_line.cancelled > 0 and order_line.open > 0
  and (item.status = 'discontinued' or not item.backorder_allowed or item.backorder_limit is not null)
group by order_line.sku

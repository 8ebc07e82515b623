-- Units on hand that are not released (those that a supplier has booked are in its on hand no more); a supplier's only where the item is sold by dropship (rule 1).
with picking as (
    select order_line.sku, released.location, sum(released.quantity - released.booked) as units
    from order_line join released on released.line_id = order_line.id
    where order_line.sku = any(:skus) and order_line.quantity - shipped - cancelled > 0
    group by order_line.sku, released.location
)
select stock.sku, stock.location, stock.on_hand - coalesce(picking.units, 0) as units
from stock
join location on location.code = stock.location
left join picking on picking.sku = stock.sku and picking.location = stock.location
where stock.sku = any(:skus)
  and stock.on_hand > coalesce(picking.units, 0)
  and (location.kind = 'warehouse' or exists (
      select from item_supplier
      where item_supplier.sku = stock.sku and item_supplier.partner = location.partner and item_supplier.dropship))

-- Units on hand that no line holds and no picking took, at locations that supply the item.
select
    stock.sku, stock.location,
    cast(stock.on_hand
        - coalesce((
            select sum(allocation.quantity) from order_line join allocation on allocation.line_id = order_line.id
            where order_line.sku = stock.sku and allocation.location = stock.location
                and order_line.quantity - released - shipped - cancelled > 0), 0)
        - coalesce((
            select sum(released.quantity) from order_line join released on released.line_id = order_line.id
            where order_line.sku = stock.sku and released.location = stock.location
                and order_line.quantity - shipped - cancelled > 0), 0) as int) as units
from stock
join location on location.code = stock.location
where stock.sku = any(:skus)
  and stock.on_hand > 0
  and (location.kind = 'warehouse' or exists (
      select from item_supplier
      where item_supplier.sku = stock.sku and item_supplier.partner = location.partner and item_supplier.dropship))

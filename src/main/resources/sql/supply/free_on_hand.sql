-- Units on hand that no line holds and no picking took, at locations that supply the item.
with unfinished as (
    select id, sku from order_line where sku = any(:skus) and quantity - shipped - cancelled > 0
),
taken as (
    select sku, location, sum(quantity) as units
    from (
        select unfinished.sku, allocation.location, allocation.quantity
        from unfinished join allocation on allocation.line_id = unfinished.id
        union all
        select unfinished.sku, released.location, released.quantity - released.booked
        from unfinished join released on released.line_id = unfinished.id
    ) as part
    group by sku, location
)
select stock.sku, stock.location, cast(stock.on_hand - coalesce(taken.units, 0) as int) as units
from stock
join location on location.code = stock.location
left join taken on taken.sku = stock.sku and taken.location = stock.location
where stock.sku = any(:skus)
  and stock.on_hand > coalesce(taken.units, 0)
  and (location.kind = 'warehouse' or exists (
      select from item_supplier
      where item_supplier.sku = stock.sku and item_supplier.partner = location.partner and item_supplier.dropship))

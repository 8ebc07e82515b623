-- Where an item lies. What a supplier has counts only where the item is sold by dropship.
with own as (
    select id from order_line
    where sku = :sku and quantity - shipped - cancelled > 0
)
select stock.location, location.kind = 'warehouse' as own, location.rank, stock.on_hand,
    coalesce((select sum(quantity) from allocation
        where allocation.line_id in (select id from own) and allocation.location = stock.location), 0) as allocated,
    coalesce((select sum(quantity) from released
        where released.line_id in (select id from own) and released.location = stock.location), 0) as released,
    case when stock.absent = 0 then greatest(stock.as_of, location.full_as_of) else stock.as_of end as as_of,
    location.kind = 'warehouse' or exists (
        select from item_supplier
        where item_supplier.sku = stock.sku and item_supplier.partner = location.partner and item_supplier.dropship) as counts
from stock join location on location.code = stock.location
where stock.sku = :sku
order by location.kind = 'warehouse' desc, location.rank, stock.location

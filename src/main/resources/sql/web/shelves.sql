-- What there is of these SKUs for orders and what is on its way. What a supplier has counts only where the item is sold by
-- dropship.
select wanted.sku, coalesce(lies.on_hand, 0) as on_hand, coalesce(taken.units, 0) as reserved,
    item.safety_stock as safety,
    coalesce(comes.expected, 0) as expected, comes.next
from unnest(cast(:skus as text[])) with ordinality as wanted (sku, n)
join item on item.sku = wanted.sku
left join lateral (
    select sum(on_hand)::int as on_hand
    from stock join location on location.code = stock.location
    where stock.sku = wanted.sku and (location.kind = 'warehouse' or exists (
        select from item_supplier
        where item_supplier.sku = stock.sku and item_supplier.partner = location.partner and item_supplier.dropship
    ))
) as lies on true
left join lateral (
    select sum(allocation.quantity)::int as units
    from order_line join allocation on allocation.line_id = order_line.id
    where order_line.sku = wanted.sku and order_line.quantity - order_line.shipped - order_line.cancelled > 0
) as taken on true
left join lateral (
    select sum(quantity)::int as expected, min(eta) as next from inbound where inbound.sku = wanted.sku and quantity > 0
) as comes on true
order by wanted.n

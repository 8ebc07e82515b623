-- Lines that were sold although nothing can fill them.
select order_line.sku as ref, orders.storefront || ' ' || orders.number || ', line ' || order_line.line as what, '' as partner,
    order_line.open || ' of ' || order_line.sku || ': not on hand, not expected, and no backorder is allowed' as detail,
    orders.created_at as since, (count(*) over ())::int as total
from order_line
join orders on orders.id = order_line.order_id
where order_line.exception and order_line.open > 0
order by orders.placed_at, order_line.id
limit :limit

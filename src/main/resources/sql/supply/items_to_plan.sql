-- Items with what was last told of them; `had_stock` says whether an empty one ever moved before this transaction.
select
    sku, status, release_date, backorder_allowed, backorder_limit, safety_stock, reorder_point,
    available, availability, next_date,
    available = 0 and exists (
        select from movement where movement.sku = item.sku and movement.recorded_at < now()
    ) as had_stock
from item
where sku = any(:skus)
order by sku

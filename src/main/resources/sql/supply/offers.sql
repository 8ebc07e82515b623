-- Items as last told, with the units that wait for them already; those asked for, or all in the order of their SKU.
select
    sku, status, release_date, available, availability, next_date, safety_stock, backorder_allowed, backorder_limit, substitutes,
    coalesce((
        select cast(sum(
            open - coalesce((select sum(allocation.quantity) from allocation where allocation.line_id = order_line.id), 0)) as int)
        from order_line
        where order_line.sku = item.sku and order_line.quantity - released - shipped - cancelled > 0
    ), 0) as waiting
from item
where (cast(:skus as text[]) is null or sku = any(:skus))
  and (cast(:since as timestamptz) is null or changed_at > cast(:since as timestamptz))
  and sku > :after
order by sku
limit :limit

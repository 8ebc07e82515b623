-- Items as last told, with the units that wait for them already; those asked for, or all in the order of their SKU.
with page as (
    select * from item
    where (cast(:skus as text[]) is null or sku = any(:skus))
      and (cast(:since as timestamptz) is null or changed_at > cast(:since as timestamptz))
      and sku > :after
    order by sku
    limit :limit
),
held as (
    select order_line.id, sum(allocation.quantity) as units
    from page
    join order_line on order_line.sku = page.sku
    join allocation on allocation.line_id = order_line.id
    where order_line.quantity - order_line.shipped - order_line.cancelled > 0
    group by order_line.id
),
waiting as (
    select order_line.sku, cast(sum(order_line.open - coalesce(held.units, 0)) as int) as units
    from page
    join order_line on order_line.sku = page.sku
    left join held on held.id = order_line.id
    where order_line.quantity - order_line.shipped - order_line.cancelled > 0
    group by order_line.sku
)
select
    page.sku, status, release_date, available, availability, next_date, safety_stock, backorder_allowed, backorder_limit,
    substitutes, coalesce(waiting.units, 0) as waiting
from page left join waiting on waiting.sku = page.sku
order by page.sku

-- Open lines of the SKUs with their orders, and those whose units leave a partner on a day that it named. Of a `complete` order: its first line, what the lines of other SKUs say, and its mark.
select
    order_line.id, order_line.order_id, orders.storefront, orders.number, order_line.line, order_line.sku,
    order_line.quantity, order_line.released, order_line.shipped, order_line.cancelled, order_line.open,
    orders.priority, orders.placed_at,
    case when orders.ship = 'complete' then siblings.first_requested else order_line.requested end as requested, orders.ship, orders.ready,
    order_line.original, order_line."current", order_line.whole_on, order_line.coverable, order_line.schedule,
    coalesce(siblings.first_line, order_line.line) as rank_line,
    coalesce(siblings.elsewhere, false) as elsewhere,
    coalesce(siblings.coverable_elsewhere, true) as coverable_elsewhere,
    exists (select from judgement where judgement.order_id = orders.id) as marked,
    not exists (select from decision where decision.line_id = order_line.id) as fresh
from order_line
join orders on orders.id = order_line.order_id
left join lateral (
    select
        min(sibling.line) as first_line,
        (array_agg(sibling.requested order by sibling.line))[1] as first_requested,
        bool_or(sibling.open > 0 and not sibling.sku = any(:skus)) as elsewhere,
        bool_and(sibling.coverable) filter (where sibling.open > 0 and not sibling.sku = any(:skus)) as coverable_elsewhere
    from order_line as sibling
    where sibling.order_id = orders.id and orders.ship = 'complete'
) as siblings on true
where order_line.sku = any(:skus)
  and order_line.quantity - order_line.shipped - order_line.cancelled > 0
  and (order_line.open > 0 or exists (
      select from purchase_order_line
      where purchase_order_line.line_id = order_line.id and purchase_order_line.leaves is not null
        and purchase_order_line.quantity > purchase_order_line.cancelled + purchase_order_line.freed + purchase_order_line.shipped))

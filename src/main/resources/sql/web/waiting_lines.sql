-- Lines that wait: by SKU, and there in the order of demand (allocation, rule 2), from after one of them.
with asked as (
    select
        order_line.id, order_line.sku, -orders.priority as urgency,
        case when :requestedFirst then coalesce(order_line.requested, 'infinity') else 'infinity'::date end as wanted,
        orders.placed_at, orders.storefront, orders.number,
        order_line.line !~ '^[0-9]*$' as worded, case when order_line.line ~ '^[0-9]*$' then length(order_line.line) else 0 end as digits,
        order_line.line
    from order_line
    join orders on orders.id = order_line.order_id
    where order_line.id = cast(:after as bigint)
), first as (
    select
        order_line.id, orders.storefront, orders.number, order_line.line, order_line.sku, order_line.quantity,
        order_line.open - coalesce(held.units, 0) as units, orders.priority, orders.placed_at,
        order_line.requested, order_line.original, order_line."current", order_line.exception
    from order_line
    join orders on orders.id = order_line.order_id
    left join lateral (select sum(quantity)::int as units from allocation where line_id = order_line.id) as held on true
    where order_line.quantity - order_line.shipped - order_line.cancelled > 0 and order_line.open > coalesce(held.units, 0)
      and (cast(:sku as text) is null or order_line.sku = :sku)
      and (cast(:storefront as text) is null or orders.storefront = :storefront)
      and (cast(:partner as text) is null or order_line.id in (
          select peg.line_id from peg join inbound on inbound.id = peg.inbound_id where inbound.partner = :partner))
      and (not :late or order_line."current" is null
          or order_line."current" > least(order_line.original, order_line.requested))
      and (cast(:after as bigint) is null or order_line.sku >= (select sku from asked) and (
              order_line.sku, -orders.priority,
              case when :requestedFirst then coalesce(order_line.requested, 'infinity') else 'infinity'::date end,
              orders.placed_at, orders.storefront, orders.number, order_line.line !~ '^[0-9]*$',
              case when order_line.line ~ '^[0-9]*$' then length(order_line.line) else 0 end, order_line.line
          ) > (select sku, urgency, wanted, placed_at, storefront, number, worded, digits, line from asked))
    order by
        order_line.sku, -orders.priority,
        case when :requestedFirst then coalesce(order_line.requested, 'infinity') else 'infinity'::date end,
        orders.placed_at, orders.storefront, orders.number, order_line.line !~ '^[0-9]*$',
        case when order_line.line ~ '^[0-9]*$' then length(order_line.line) else 0 end, order_line.line
    limit :limit
), waiting as materialized (
    select first.*, row_number() over () as place from first
)
select
    waiting.*, item.name as item, newest.rule, newest.rank, newest.units_ahead, newest.needed::text as needed,
    coalesce(cover.pegs, '[]')::text as pegs
from waiting
join item on item.sku = waiting.sku
left join lateral (
    select rule, rank, units_ahead, needed from decision where line_id = waiting.id order by id desc limit 1
) as newest on true
left join lateral (
    select json_agg(json_strip_nulls(json_build_object(
        'quantity', peg.quantity, 'ref', inbound.ref, 'partner', inbound.partner, 'location', inbound.location, 'eta', inbound.eta,
        'found_late', inbound.found_late, 'document', inbound.document_id, 'position', inbound.position
    )) order by inbound.eta, inbound.ref) as pegs
    from peg join inbound on inbound.id = peg.inbound_id
    where peg.line_id = waiting.id
) as cover on true
order by waiting.place

-- A line of an order by its names, with where its units are and what it is promised from.
select
    order_line.id, orders.storefront, orders.number, order_line.line, order_line.sku, item.name as item, order_line.quantity,
    coalesce(held.units, 0) as allocated, order_line.released, order_line.shipped, order_line.cancelled,
    order_line.requested, order_line.original, order_line."current", orders.ship, orders.priority, orders.placed_at, orders.hold,
    order_line.exception, coalesce(held.places, '') as allocations, coalesce(cover.pegs, '[]')::text as pegs
from orders
join order_line on order_line.order_id = orders.id
join item on item.sku = order_line.sku
left join lateral (
    select sum(quantity)::int as units, string_agg(quantity || ' at ' || location, ', ' order by location) as places
    from allocation where line_id = order_line.id
) as held on true
left join lateral (
    select json_agg(json_strip_nulls(json_build_object(
        'quantity', peg.quantity, 'ref', inbound.ref, 'partner', inbound.partner, 'location', inbound.location, 'eta', inbound.eta,
        'found_late', inbound.found_late, 'document', inbound.document_id, 'position', inbound.position
    )) order by inbound.eta, inbound.ref) as pegs
    from peg join inbound on inbound.id = peg.inbound_id
    where peg.line_id = order_line.id
) as cover on true
where orders.storefront = :storefront and orders.number = :number and order_line.line = :line

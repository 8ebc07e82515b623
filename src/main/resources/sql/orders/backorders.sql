-- Lines that wait, with the inbounds that they are promised.
with waiting as (
    select
        order_line.id, orders.storefront, orders.number, order_line.line, order_line.sku,
        order_line.open - coalesce((select sum(quantity) from allocation where line_id = order_line.id), 0) as units,
        order_line.requested, order_line.original, order_line."current", order_line.exception
    from order_line
    join orders on orders.id = order_line.order_id
    where order_line.quantity - order_line.shipped - order_line.cancelled > 0 and order_line.open > 0
      and order_line.id > :after
      and (cast(:sku as text) is null or order_line.sku = :sku)
      and (cast(:storefront as text) is null or orders.storefront = :storefront)
)
select waiting.*, coalesce(cover.inbound, '[]') as inbound
from waiting
left join lateral (
    select json_agg(json_strip_nulls(json_build_object(
        'ref', inbound.ref, 'partner', inbound.partner, 'location', inbound.location, 'quantity', peg.quantity, 'eta', inbound.eta
    )) order by inbound.eta, inbound.ref) as inbound
    from peg join inbound on inbound.id = peg.inbound_id
    where peg.line_id = waiting.id
) as cover on true
where waiting.units > 0
  and (cast(:partner as text) is null or exists (
      select from peg join inbound on inbound.id = peg.inbound_id
      where peg.line_id = waiting.id and inbound.partner = :partner))
  and (cast(:late as boolean) is null
      or :late = (waiting."current" is null or waiting."current" > least(waiting.original, waiting.requested)))
order by waiting.id
limit :limit

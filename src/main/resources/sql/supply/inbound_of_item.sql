-- What is on its way of an item, soonest first.
select inbound.location, inbound.ref, inbound.quantity, inbound.eta,
    coalesce((select sum(peg.quantity) from peg where peg.inbound_id = inbound.id), 0) as pegged
from inbound
where inbound.sku = :sku and inbound.quantity > 0
order by inbound.eta nulls last, inbound.ref

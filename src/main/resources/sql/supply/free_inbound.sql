-- Units expected that nobody is promised, without what has had no news for 30 days past its ETA (rule 8).
select
    inbound.id, inbound.sku, inbound.ref, inbound.location,
    cast(inbound.quantity - coalesce((select sum(peg.quantity) from peg where peg.inbound_id = inbound.id), 0) as int) as quantity,
    inbound.eta, inbound.found_late, inbound.partner
from inbound
join location on location.code = inbound.location
where inbound.sku = any(:skus)
  and inbound.quantity > 0
  and (inbound.eta is null or greatest(inbound.eta, cast(inbound.news_at as date)) + 30 >= cast(:today as date))
  and (location.kind = 'warehouse' or exists (
      select from item_supplier
      where item_supplier.sku = inbound.sku and item_supplier.partner = location.partner and item_supplier.dropship))

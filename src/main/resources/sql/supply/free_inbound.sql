-- Units expected that nobody is promised, without what has had no news for 30 days past its ETA (rule 8).
with expected as (
    select inbound.*
    from inbound join location on location.code = inbound.location
    where inbound.sku = any(:skus)
      and inbound.quantity > 0
      and (inbound.eta is null or greatest(inbound.eta, cast(inbound.news_at as date)) + 30 >= cast(:today as date))
      and (location.kind = 'warehouse' or exists (
          select from item_supplier
          where item_supplier.sku = inbound.sku and item_supplier.partner = location.partner and item_supplier.dropship))
),
promised as (
    select peg.inbound_id, sum(peg.quantity) as units
    from expected join peg on peg.inbound_id = expected.id
    group by peg.inbound_id
)
select
    expected.id, expected.sku, expected.ref, expected.location,
    cast(expected.quantity - coalesce(promised.units, 0) as int) as quantity,
    expected.eta, expected.found_late, expected.partner
from expected left join promised on promised.inbound_id = expected.id

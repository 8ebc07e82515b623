-- Open inbound of purchase orders, statements and notices at places, soonest first, with the last day on which it counts
-- (rule 8). A list beside an inventory announces nothing to us: it is replaced by the next one.
select inbound.sku, inbound.location, inbound.po, nullif(inbound.line, '') as line, inbound.quantity,
    case when inbound.eta is not null then greatest(inbound.eta, cast(inbound.news_at as date)) + 30 end as counts_until
from (select distinct sku, location from unnest(cast(:skus as text[]), cast(:locations as text[])) as row (sku, location)) as asked
join inbound on inbound.sku = asked.sku and inbound.location = asked.location
where inbound.source <> 'incoming' and inbound.quantity > 0
order by inbound.eta nulls last, inbound.ref

-- Makes the derived inbound of these purchase orders and SKUs what the facts say: rows keep their identity, what is no
-- longer expected stays without units, and a new ETA has not been found late.
with asked as (
    select po, sku from unnest(cast(:asked_pos as text[]), cast(:asked_skus as text[])) as row (po, sku)
),
expected as (
    select sku, location, ref, partner, source, po, line, quantity, cast(eta as date) as eta,
        cast(news_at as timestamptz) as news_at, document, position
    from unnest(
        cast(:skus as text[]), cast(:locations as text[]), cast(:refs as text[]), cast(:partners as text[]), cast(:sources as text[]),
        cast(:pos as text[]), cast(:lines as text[]), cast(:quantities as int[]), cast(:etas as text[]), cast(:news_at as text[]),
        cast(:documents as bigint[]), cast(:positions as text[])
    ) as row (sku, location, ref, partner, source, po, line, quantity, eta, news_at, document, position)
),
ended as (
    update inbound set quantity = 0
    from asked
    where inbound.po = asked.po and inbound.sku = asked.sku and inbound.source <> 'incoming' and inbound.quantity > 0
      and not exists (
          select from expected
          where expected.sku = inbound.sku and expected.location = inbound.location and expected.ref = inbound.ref)
)
insert into inbound as known (sku, location, ref, partner, source, po, line, quantity, eta, news_at, document_id, position)
select sku, location, ref, partner, source, po, line, quantity, eta, news_at, document, position
from expected
order by sku, location, ref
on conflict (sku, location, ref) do update
set partner = excluded.partner, source = excluded.source, po = excluded.po, line = excluded.line, quantity = excluded.quantity,
    eta = excluded.eta, news_at = excluded.news_at, document_id = excluded.document_id, position = excluded.position,
    found_late = case when known.eta is distinct from excluded.eta then null else known.found_late end

-- What a supplier says is coming to it, replaced as a list for each SKU and location that the statement names, unless
-- something newer was said. A list's entry is known by its day.
with head as (
    select sku, location, cast(as_of as timestamptz) as as_of, position
    from unnest(cast(:skus as text[]), cast(:locations as text[]), cast(:as_of as text[]), cast(:positions as text[]))
        as row (sku, location, as_of, position)
),
fresh as (
    select head.sku, head.location, head.as_of, head.position
    from head
    join location on location.code = head.location
    left join stock on stock.sku = head.sku and stock.location = head.location
    where (stock.as_of is null or stock.as_of <= head.as_of)
      and (location.full_as_of is null or coalesce(stock.absent, 1) > 0 or location.full_as_of <= head.as_of)
),
listed as (
    select entry.sku, entry.location, :partner || '/' || coalesce(entry.eta, 'undated') as ref,
        sum(entry.quantity) as quantity, cast(entry.eta as date) as eta
    from unnest(
        cast(:entry_skus as text[]), cast(:entry_locations as text[]), cast(:entry_quantities as int[]), cast(:entry_etas as text[])
    ) as entry (sku, location, quantity, eta)
    group by entry.sku, entry.location, entry.eta
),
ended as (
    update inbound set quantity = 0
    from fresh
    where inbound.sku = fresh.sku and inbound.location = fresh.location
      and inbound.source = 'incoming' and inbound.partner = :partner and inbound.quantity > 0
      and not exists (
          select from listed
          where listed.sku = inbound.sku and listed.location = inbound.location and listed.ref = inbound.ref)
)
insert into inbound (sku, location, ref, partner, source, quantity, eta, news_at, document_id, position)
select listed.sku, listed.location, listed.ref, :partner, 'incoming', listed.quantity, listed.eta, fresh.as_of, :document, fresh.position
from listed join fresh on fresh.sku = listed.sku and fresh.location = listed.location
on conflict (sku, location, ref) do update
set quantity = excluded.quantity, news_at = excluded.news_at, document_id = excluded.document_id, position = excluded.position

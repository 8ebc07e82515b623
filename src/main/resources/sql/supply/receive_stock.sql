-- Adds units that came in. A count or inventory as of the same moment or later contains them already.
with come as (
    select sku, location, quantity, cast(received_at as timestamptz) as received_at, position, n
    from unnest(
        cast(:skus as text[]), cast(:locations as text[]), cast(:quantities as int[]), cast(:received_at as text[]),
        cast(:positions as text[])
    ) with ordinality as row (sku, location, quantity, received_at, position, n)
),
uncounted as (
    select come.sku, come.location, come.quantity, come.received_at, come.position, come.n,
        location.full_as_of is not null as inventoried
    from come
    join location on location.code = come.location
    left join stock on stock.sku = come.sku and stock.location = come.location
    where come.quantity > 0
      and (stock.as_of is null or stock.as_of < come.received_at)
      and (location.full_as_of is null or coalesce(stock.absent, 1) > 0 or location.full_as_of < come.received_at)
),
added as (
    insert into stock as kept (sku, location, on_hand, absent)
    select sku, location, sum(quantity), case when bool_or(inventoried) then 1 else 0 end
    from uncounted
    group by sku, location
    order by sku, location
    on conflict (sku, location) do update set on_hand = kept.on_hand + excluded.on_hand
    returning sku
),
moved as (
    insert into movement (sku, location, quantity, kind, effective_at, document_id, position)
    select sku, location, quantity, 'receipt', received_at, :document, position from uncounted order by n
)
select count(*) from added

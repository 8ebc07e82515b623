-- Units that left suppliers' locations or turned out not to lie there, with their movements; below zero they came back. What
-- the last inventory there knew already changes nothing, and no on hand falls below zero. Answers how many stock rows changed.
with gone as (
    select sku, location, quantity, kind, cast(effective_at as timestamptz) as effective_at, position, reason, n
    from unnest(
        cast(:skus as text[]), cast(:locations as text[]), cast(:quantities as int[]), cast(:kinds as text[]),
        cast(:effective_at as text[]), cast(:positions as text[]), cast(:reasons as text[])
    ) with ordinality as row (sku, location, quantity, kind, effective_at, position, reason, n)
),
news as (
    select gone.*, stock.on_hand, sum(gone.quantity) over (partition by gone.sku, gone.location order by gone.n) as upto
    from gone
    join stock on stock.sku = gone.sku and stock.location = gone.location
    join location on location.code = gone.location
    where (stock.as_of is null or stock.as_of < gone.effective_at)
      and (location.full_as_of is null or stock.absent > 0 or location.full_as_of < gone.effective_at)
),
taken as (
    select news.*, cast(least(on_hand, upto) - least(on_hand, upto - quantity) as int) as units from news
),
changed as (
    update stock set on_hand = stock.on_hand - place.units
    from (select sku, location, cast(sum(units) as int) as units from taken group by sku, location) as place
    where stock.sku = place.sku and stock.location = place.location and place.units <> 0
    returning stock.sku
),
moved as (
    insert into movement (sku, location, quantity, kind, effective_at, document_id, position, reason)
    select sku, location, -units, kind, effective_at, :document, position, reason from taken where units <> 0 order by n
)
select count(*) from changed

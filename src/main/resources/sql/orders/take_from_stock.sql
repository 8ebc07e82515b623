-- Units that have left a location: on hand and its movements change together.
with gone as (
    select sku, cast(sum(quantity) as int) as quantity
    from unnest(cast(:skus as text[]), cast(:quantities as int[])) as packed (sku, quantity)
    group by sku
),
taken as (
    update stock set on_hand = stock.on_hand - gone.quantity
    from gone
    where stock.sku = gone.sku and stock.location = :location
    returning stock.sku, gone.quantity
)
insert into movement (sku, location, quantity, kind, effective_at, reason)
select sku, :location, -quantity, 'shipment', :shipped_at, :reason from taken

-- Adds or removes units, with the movement that says why.
with adjusted as (
    insert into stock as kept (sku, location, on_hand)
    values (:sku, :location, greatest(0, :quantity))
    on conflict (sku, location) do update set on_hand = kept.on_hand + :quantity
)
insert into movement (sku, location, quantity, kind, effective_at, reason)
values (:sku, :location, :quantity, 'adjustment', :at, :reason)

-- Adds or removes units, with the movement that says why.
with adjusted as (
    insert into stock as kept (sku, location, on_hand, absent)
    select :sku, code, greatest(0, :quantity), case when full_as_of is null then 0 else 1 end   -- no inventory named it
    from location
    where code = :location
    on conflict (sku, location) do update set on_hand = kept.on_hand + :quantity
)
insert into movement (sku, location, quantity, kind, effective_at, reason)
values (:sku, :location, :quantity, 'adjustment', :at, :reason)

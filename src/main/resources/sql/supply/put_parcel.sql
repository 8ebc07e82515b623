-- A parcel that a partner told us of, as it is now.
insert into order_shipment as known (order_id, location, carrier, tracking, shipped_at, partner, reference)
values (:order, :location, :carrier, :tracking, :shipped_at, :partner, :reference)
on conflict (partner, reference, order_id, location) where reference is not null do update
set carrier = excluded.carrier, tracking = excluded.tracking, shipped_at = excluded.shipped_at
returning known.id, xmax = 0 as fresh

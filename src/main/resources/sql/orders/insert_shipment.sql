-- A parcel of an order.
insert into order_shipment (order_id, location, carrier, tracking, shipped_at)
values (:order, :location, :carrier, :tracking, :shipped_at)
returning id

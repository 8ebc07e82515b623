-- Parcels of partners with nothing in them are none.
delete from order_shipment
where (partner, reference) in (select * from unnest(cast(:partners as text[]), cast(:shipments as text[])))
  and not exists (select from order_shipment_line where order_shipment_line.shipment_id = order_shipment.id)

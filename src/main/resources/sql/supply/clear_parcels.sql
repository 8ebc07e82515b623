-- What was in these parcels of partners; what is in them now is written anew.
delete from order_shipment_line
using order_shipment
where order_shipment.id = order_shipment_line.shipment_id
  and (order_shipment.partner, order_shipment.reference) in (select * from unnest(cast(:partners as text[]), cast(:shipments as text[])))

-- Parcels that calls shipped without saying how get the carrier and the tracking numbers of the partners' notices of the same
-- units. Answers their orders.
with named as (
    select purchase_order.order_id, purchase_order.location, purchase_order_line.line_id, max(notice.carrier) as carrier,
        array_agg(distinct code order by code) as tracking
    from notice
    join purchase_order on purchase_order.number = notice.po
    join purchase_order_line on purchase_order_line.number = notice.po and purchase_order_line.line = notice.line
    cross join unnest(notice.tracking) as code
    where (notice.partner, notice.shipment) in (select * from unnest(cast(:partners as text[]), cast(:shipments as text[])))
      and notice.by_call > 0
    group by purchase_order.order_id, purchase_order.location, purchase_order_line.line_id
)
update order_shipment set carrier = coalesce(order_shipment.carrier, named.carrier), tracking = named.tracking
from named
where order_shipment.order_id = named.order_id and order_shipment.location = named.location
  and order_shipment.reference is null and order_shipment.tracking = '{}'
  and exists (
      select from order_shipment_line
      where order_shipment_line.shipment_id = order_shipment.id and order_shipment_line.line_id = named.line_id)
returning order_shipment.order_id

-- Shipments of dropship purchase orders whose units have not shipped the customers' lines yet, or have too many; oldest first.
select notice.partner, notice.shipment, notice.po, notice.line, notice.sku, notice.quantity, notice.taken, notice.by_call,
    notice.noticed_at, notice.document_id, notice.position
from notice
join purchase_order on purchase_order.number = notice.po
where notice.po = any(:numbers) and purchase_order.kind = 'dropship' and purchase_order.order_id is not null
  and notice.quantity <> notice.taken
order by notice.quantity > notice.taken, notice.noticed_at, notice.shipment, notice.line

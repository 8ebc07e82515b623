-- Lines of purchase orders that bring units to us, by purchase order and SKU.
select purchase_order.number as po, purchase_order_line.sku, purchase_order_line.line, purchase_order_line.quantity,
    purchase_order_line.eta, purchase_order_line.final as ended, purchase_order.partner, purchase_order.location,
    purchase_order.updated_at as said_at, purchase_order.kind = 'dropship' as dropship
from unnest(cast(:pos as text[]), cast(:skus as text[])) as asked (po, sku)
join purchase_order on purchase_order.number = asked.po
join purchase_order_line on purchase_order_line.number = asked.po and purchase_order_line.sku = asked.sku

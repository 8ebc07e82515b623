-- Lines of shipments, by purchase order and SKU.
select notice.po, notice.sku, notice.line, notice.shipment, notice.quantity, notice.eta, notice.partner,
    notice.noticed_at, notice.document_id as document, notice.position
from unnest(cast(:pos as text[]), cast(:skus as text[])) as asked (po, sku)
join notice on notice.po = asked.po and notice.sku = asked.sku

-- What is known of shipments already: one row a line of each.
select shipment, po, line, sku, quantity, noticed_at, document_id from notice where partner = :partner and shipment = any(:shipments)

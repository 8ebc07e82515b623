-- The purchase order of a document has been sent; answers it as it is told, once.
with sent as (
    update purchase_order set sent_at = :at where document_id = :document and sent_at is null
    returning number, partner, location, order_id, document_id
)
select sent.number, jsonb_strip_nulls(jsonb_build_object(
    'po', sent.number,
    'partner', sent.partner,
    'location', sent.location,
    'storefront', orders.storefront,
    'order', orders.number,
    'document', cast(sent.document_id as text),
    'lines', (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'line', purchase_order_line.line, 'sku', purchase_order_line.sku, 'quantity', purchase_order_line.quantity,
            'order_line', order_line.line)) order by cast(purchase_order_line.line as int))
        from purchase_order_line left join order_line on order_line.id = purchase_order_line.line_id
        where purchase_order_line.number = sent.number))) as told
from sent left join orders on orders.id = sent.order_id

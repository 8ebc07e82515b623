-- The lines of a chunk, each with what may not be split: its shipment, its receipt, its purchase order or its SKU.
select at, sku,
    case kind when 'shipment' then record ->> 'shipment' when 'receipt' then record ->> 'ref'
        when 'order-ack' then record ->> 'po' else sku end as whole
from change
where document_id = :document and chunk = :chunk
order by seq

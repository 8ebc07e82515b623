-- Units that came in, by purchase order and SKU.
select coalesce(receipt_line.po, '') as po, receipt_line.sku, coalesce(receipt_line.line, '') as line,
    receipt_line.quantity, receipt_line.final as ended, receipt.received_at, receipt.location || ' ' || receipt.ref as ref
from unnest(cast(:pos as text[]), cast(:skus as text[])) as asked (po, sku)
join receipt_line on receipt_line.po = asked.po and receipt_line.sku = asked.sku
join receipt on receipt.id = receipt_line.receipt_id

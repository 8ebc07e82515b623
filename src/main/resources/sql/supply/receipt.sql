-- A receipt with its lines.
select receipt.ref, receipt.location, receipt.received_at,
    (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'po', receipt_line.po, 'line', receipt_line.line, 'sku', receipt_line.sku, 'quantity', receipt_line.quantity,
        'final', receipt_line.final)) order by receipt_line.n)
     from receipt_line where receipt_line.receipt_id = receipt.id) as lines
from receipt
where receipt.location = :location and receipt.ref = :ref

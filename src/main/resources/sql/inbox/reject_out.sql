-- A person says that a document of ours is not sent. One that is being sent at this moment is not stopped. A purchase order
-- whose units wait with the partner must be one that never started on its way (no try, no lease, never due again), or that
-- the partner has refused.
update document
set status = 'rejected', reason = concat_ws('; ', 'rejected by a person: it is not sent', reason), ended_at = now(), next_at = null
where id = :document and direction = 'out' and (lease_until is null or lease_until < now())
    and (
        status = 'refused' and kind = 'purchase-order'
        or status = 'kept' and (
            kind <> 'purchase-order'
            or attempts = 0 and sent_at is null and next_at is null and lease is null
            or not exists (
                select from purchase_order join purchase_order_line as line using (number)
                where purchase_order.document_id = document.id and line.quantity > line.cancelled + line.freed + line.shipped))
    )

-- The purchase order is written: its document can reach the partner at any time from now on.
update purchase_order
set document_id = :document, updated_at = :at, unwritten = null, tried_at = null, tried_with = null
where number = :number

-- What this very document said before of these purchase orders; it is read again.
delete from purchase_order_answer where document_id = :document and number = any(:numbers)

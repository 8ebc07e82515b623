-- Answers to lines of purchase orders, in the order of their moments, those of a document side by side.
select number, line, document_id, position, action, quantity, date, date_kind, substitute_sku, answered_at
from purchase_order_answer
where number = any(:numbers)
order by answered_at, document_id, n

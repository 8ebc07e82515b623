-- SKUs of the customers' orders from which the purchase orders of a document were cut.
select distinct order_line.sku
from purchase_order join order_line on order_line.order_id = purchase_order.order_id
where purchase_order.document_id = :document

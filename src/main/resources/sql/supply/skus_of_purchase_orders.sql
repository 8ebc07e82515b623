-- SKUs that purchase orders touch: their own, and those of the customers' orders that they serve.
select purchase_order_line.sku from purchase_order_line where number = any(:numbers)
union
select order_line.sku
from purchase_order join order_line on order_line.order_id = purchase_order.order_id
where purchase_order.number = any(:numbers)

-- The customer's order that a purchase order was cut from.
select orders.storefront || '/' || orders.number
from purchase_order join orders on orders.id = purchase_order.order_id
where purchase_order.number = :number

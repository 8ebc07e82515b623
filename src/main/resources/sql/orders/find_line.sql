-- A line by its order's names and its own.
select order_line.id
from orders join order_line on order_line.order_id = orders.id
where orders.storefront = :storefront and orders.number = :number and order_line.line = :line

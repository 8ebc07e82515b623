-- SKUs of all lines of the orders.
select distinct sku from order_line where order_id = any(:orders)

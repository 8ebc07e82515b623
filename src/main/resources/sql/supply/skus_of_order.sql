-- SKUs of an order's lines; they never change once it is placed.
select distinct sku from order_line where order_id = :order order by sku

-- SKUs of the lines of a purchase order.
select distinct sku from purchase_order_line where number = :number

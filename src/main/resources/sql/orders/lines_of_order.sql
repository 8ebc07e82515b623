-- Lines of one order.
select id, line, sku, quantity, open, released, shipped, cancelled from order_line where order_id = :order order by id

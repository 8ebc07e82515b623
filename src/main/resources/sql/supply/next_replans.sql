-- Some SKUs that wait to be planned again, in key order.
select sku from replan order by sku limit 200

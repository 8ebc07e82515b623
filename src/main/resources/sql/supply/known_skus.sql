-- Which of these SKUs there are.
select sku from item where sku = any(:skus)

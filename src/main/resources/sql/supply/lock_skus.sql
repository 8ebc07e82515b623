-- Locks items in key order; whoever writes stock, demand or plan of a SKU holds this lock.
select sku from item where sku = any(:skus) order by sku for no key update

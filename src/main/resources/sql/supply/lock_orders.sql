-- Locks orders in key order, after their SKUs, so that what is told of each is in the order of commit.
select id from orders where id = any(:orders) order by id for no key update

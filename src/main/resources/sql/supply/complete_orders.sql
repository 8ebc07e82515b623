-- Those of the orders that ship complete.
select id from orders where id = any(:orders) and ship = 'complete' order by id

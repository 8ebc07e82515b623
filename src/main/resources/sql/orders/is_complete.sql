-- The order, if it ships complete now.
select id from orders where id = :order and ship = 'complete'

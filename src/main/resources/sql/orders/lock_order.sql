-- One order, locked after its SKUs.
select id, storefront, number, ship, priority, hold from orders where id = :order for no key update

-- Orders by storefront and number, with what tells two bodies apart.
select orders.id, orders.storefront, orders.number, encode(orders.body_hash, 'hex') as hash
from unnest(cast(:storefronts as text[]), cast(:numbers as text[])) as wanted (storefront, number)
join orders on orders.storefront = wanted.storefront and orders.number = wanted.number

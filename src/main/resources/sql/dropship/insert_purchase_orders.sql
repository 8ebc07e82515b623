-- Purchase orders cut from customers' orders, one for each location.
insert into purchase_order (number, partner, kind, location, send, order_id, cut_at, created_at, updated_at)
select cut.number, location.partner, 'dropship', location.code, true, cut.order_id, :at, :at, :at
from unnest(cast(:numbers as text[]), cast(:orders as bigint[]), cast(:locations as text[])) as cut (number, order_id, location)
join location on location.code = cut.location

-- What partners' shipments have shipped of customers' orders: one row a shipment, order and location, with its lines.
with part as (
    select notice.partner, notice.shipment, purchase_order.order_id, purchase_order.location, purchase_order_line.line_id,
        sum(notice.taken - notice.by_call) as units, max(notice.carrier) as carrier, max(notice.shipped) as shipped, max(notice.noticed_at) as noticed_at
    from notice
    join purchase_order on purchase_order.number = notice.po and purchase_order.order_id is not null
    join purchase_order_line on purchase_order_line.number = notice.po and purchase_order_line.line = notice.line
    where (notice.partner, notice.shipment) in (select * from unnest(cast(:partners as text[]), cast(:shipments as text[])))
    group by notice.partner, notice.shipment, purchase_order.order_id, purchase_order.location, purchase_order_line.line_id
)
select part.partner, part.shipment, part.order_id, part.location, orders.storefront, orders.number,
    max(part.carrier) as carrier, max(part.shipped) as shipped, max(part.noticed_at) as noticed_at,
    array(
        select distinct code
        from notice
        join purchase_order on purchase_order.number = notice.po
        cross join unnest(notice.tracking) as code
        where notice.partner = part.partner and notice.shipment = part.shipment and purchase_order.order_id = part.order_id
          and notice.taken > notice.by_call
        order by code) as tracking,
    coalesce(array_agg(part.line_id order by part.line_id) filter (where part.units > 0), '{}') as lines,
    coalesce(array_agg(cast(part.units as int) order by part.line_id) filter (where part.units > 0), '{}') as units
from part
join orders on orders.id = part.order_id
group by part.partner, part.shipment, part.order_id, part.location, orders.storefront, orders.number
order by part.partner, part.shipment, part.order_id

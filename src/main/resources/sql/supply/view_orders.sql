-- Orders as outsiders see them, a JSON object each: lines with what they hold, when they leave and how they went.
with line as (
    select order_line.*, orders.ship, coalesce(held.units, 0) as allocated, open - coalesce(held.units, 0) as waiting, held.places
    from order_line
    join orders on orders.id = order_line.order_id
    left join lateral (
        select
            cast(sum(units) as int) as units,
            json_agg(json_build_object('location', code, 'quantity', units) order by kind desc, rank, code) as places
        from (
            select line_id, allocation.location, cast(sum(quantity) as int) as units
            from allocation where allocation.line_id = order_line.id
            group by line_id, allocation.location
        ) as shelf
        join location on location.code = shelf.location
    ) as held on true
    where order_line.order_id = any(:orders)
),
parcel as (
    select
        order_shipment_line.line_id,
        json_agg(json_build_object(
            'id', cast(order_shipment.id as text),
            'location', order_shipment.location,
            'quantity', order_shipment_line.quantity,
            'carrier', order_shipment.carrier,
            'tracking', order_shipment.tracking,
            'shipped_at', order_shipment.shipped_at
        ) order by order_shipment.id) as parcels
    from order_shipment
    join order_shipment_line on order_shipment_line.shipment_id = order_shipment.id
    where order_shipment.order_id = any(:orders)
    group by order_shipment_line.line_id
),
seen as (
    select
        line.order_id,
        json_agg(json_build_object(
            'line', line.line,
            'sku', line.sku,
            'quantity', line.quantity,
            'allocated', line.allocated,
            'backordered', line.waiting,
            'released', line.released,
            'shipped', line.shipped,
            'cancelled', line.cancelled,
            'status', case
                when line.waiting > 0 and line.allocated > 0 then 'partly_allocated'
                when line.waiting > 0 then 'backordered'
                when line.allocated > 0 then 'allocated'
                when line.released > 0 then 'released'
                when line.shipped > 0 then 'shipped'
                else 'cancelled'
            end,
            'exception', case when line.exception and line.waiting > 0 then true end,
            'price', line.price,
            'promise', json_build_object('requested', line.requested, 'original', line.original, 'current', line."current"),
            'allocations', coalesce(line.places, '[]'),
            'schedule', case
                when line.open = 0 then '[]'
                when line.ship <> 'complete' then line.schedule
                when line."current" is null then '[]'
                else json_build_array(json_build_object('quantity', line.open, 'date', line."current"))
            end,
            'shipments', coalesce(parcel.parcels, '[]')
        ) order by line.id) as lines
    from line left join parcel on parcel.line_id = line.id
    group by line.order_id
)
select
    orders.id,
    json_strip_nulls(json_build_object(
        'storefront', orders.storefront,
        'number', orders.number,
        'placed_at', orders.placed_at,
        'sold', orders.sold,
        'priority', orders.priority,
        'ship', orders.ship,
        'hold', orders.hold,
        'ship_to', orders.ship_to,
        'service', orders.service,
        'tags', orders.tags,
        'lines', seen.lines
    )) as seen
from orders join seen on seen.order_id = orders.id
order by orders.id

-- A purchase order that is not written yet, locked, as its form is given it: `body`. Its lines' SKUs are locked.
select purchase_order.number, purchase_order.order_id, purchase_order.partner, purchase_order.location,
    jsonb_strip_nulls(jsonb_build_object(
        'number', purchase_order.number,
        'partner', purchase_order.partner,
        'kind', purchase_order.kind,
        'location', purchase_order.location,
        'created_at', to_char(purchase_order.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'order', jsonb_build_object(
            'storefront', orders.storefront,
            'number', orders.number,
            'placed_at', to_char(orders.placed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            'service', orders.service,
            'ship_to', orders.ship_to),
        'lines', line.bodies)) as body,
    line.line_ids, line.quantities
from purchase_order
join orders on orders.id = purchase_order.order_id
cross join lateral (
    select
        jsonb_agg(jsonb_build_object(
            'line', purchase_order_line.line,
            'sku', purchase_order_line.sku,
            'ordered', purchase_order_line.quantity,
            'supplier_sku', item_supplier.supplier_sku,
            'cost', item_supplier.cost,
            'name', item.name,
            'order_line', order_line.line,
            'requested', order_line.requested
        ) order by cast(purchase_order_line.line as int)) as bodies,
        array_agg(purchase_order_line.line_id order by cast(purchase_order_line.line as int)) as line_ids,
        array_agg(purchase_order_line.quantity order by cast(purchase_order_line.line as int)) as quantities
    from purchase_order_line
    join order_line on order_line.id = purchase_order_line.line_id
    join item on item.sku = purchase_order_line.sku
    left join item_supplier
        on item_supplier.sku = purchase_order_line.sku and item_supplier.partner = purchase_order.partner
    where purchase_order_line.number = purchase_order.number
) as line
where purchase_order.number = :number and purchase_order.document_id is null and line.line_ids is not null
for no key update of purchase_order

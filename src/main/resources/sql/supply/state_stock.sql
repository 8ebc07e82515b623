-- Sets on hand to what was counted (warehouse: and add movements after that moment) or stated (supplier), unless something
-- newer was said; never below what is released there. What a supplier had booked by that moment is in its statement no
-- more; what it did not know of then comes on top. Without a quantity it only counts the absence.
with stated as (
    select sku, location, quantity, absent, cast(as_of as timestamptz) as as_of, position, reason
    from unnest(
        cast(:skus as text[]), cast(:locations as text[]), cast(:quantities as int[]), cast(:absent as boolean[]),
        cast(:as_of as text[]), cast(:positions as text[]), cast(:reasons as text[])
    ) as row (sku, location, quantity, absent, as_of, position, reason)
),
picking as (
    select order_line.sku, released.location, sum(greatest(0, released.quantity - known.units)) as units
    from order_line
    join released on released.line_id = order_line.id
    join stated on stated.sku = order_line.sku and stated.location = released.location
    cross join lateral (
        select coalesce(sum(dropship_unit.units), 0) as units
        from dropship_unit
        where dropship_unit.line_id = released.line_id and dropship_unit.location = released.location
          and dropship_unit.booked_from <= stated.as_of
    ) as known
    where order_line.sku = any(:skus) and order_line.quantity - order_line.shipped - order_line.cancelled > 0
    group by order_line.sku, released.location
),
judged as (
    select
        stated.sku, stated.location, stated.quantity, stated.absent, stated.as_of, stated.position, stated.reason,
        case location.kind when 'warehouse' then 'count' else 'inventory' end as kind,
        stock.ctid as row,                                 -- stays while we hold the lock of the SKU
        coalesce(stock.on_hand, 0) as before,
        case when stated.quantity is null then coalesce(stock.on_hand, 0)
            else greatest(coalesce(picking.units, 0), stated.quantity + later.units) end as target
    from stated
    join location on location.code = stated.location
    left join stock on stock.sku = stated.sku and stock.location = stated.location
    left join picking on picking.sku = stated.sku and picking.location = stated.location
    cross join lateral (
        select coalesce(sum(part.quantity), 0) as units
        from (
            select movement.quantity
            from movement
            where location.kind = 'warehouse' and movement.sku = stated.sku and movement.location = stated.location
              and movement.effective_at > stated.as_of
            union all
            select movement.quantity
            from movement
            where location.kind = 'supplier' and movement.sku = stated.sku and movement.location = stated.location
              and movement.kind in ('shipment', 'denial') and movement.effective_at > stated.as_of
        ) as part
    ) as later
    where (stock.as_of is null or stock.as_of <= stated.as_of)
      and (location.full_as_of is null or coalesce(stock.absent, 1) > 0 or location.full_as_of <= stated.as_of)
),
updated as (
    update stock
    set on_hand = judged.target,
        as_of = case when judged.quantity is null then stock.as_of else judged.as_of end,
        absent = case when judged.absent then stock.absent + 1 else 0 end
    from judged
    where stock.ctid = judged.row
),
inserted as (
    insert into stock (sku, location, on_hand, as_of, absent)
    select sku, location, target, as_of, case when absent then 1 else 0 end
    from judged
    where row is null and quantity is not null
    order by sku, location
),
moved as (
    insert into movement (sku, location, quantity, kind, effective_at, document_id, position, reason)
    select sku, location, target - before, kind, as_of, :document, position, reason
    from judged
    where target <> before
    returning id
)
select count(*) from moved

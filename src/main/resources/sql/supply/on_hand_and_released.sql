-- On hand at one place, and what of it is in picking.
select coalesce((select on_hand from stock where sku = :sku and location = :location), 0) as on_hand,
    coalesce((
        select sum(released.quantity - released.booked)
        from order_line join released on released.line_id = order_line.id
        where order_line.sku = :sku and order_line.quantity - order_line.shipped - order_line.cancelled > 0
          and released.location = :location), 0) as released

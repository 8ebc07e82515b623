-- The day on which the customer wants the lines that still wait or lie here.
update order_line set requested = cast(:requested as date)
where order_id = :order and quantity - shipped - cancelled > 0 and requested is distinct from cast(:requested as date)

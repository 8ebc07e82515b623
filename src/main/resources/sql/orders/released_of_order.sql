-- Units of lines of the order that are in picking.
select released.line_id, released.location, released.quantity
from order_line join released on released.line_id = order_line.id
where order_line.order_id = :order
order by released.location collate "C"

-- Units on hand that lines of the order hold.
select allocation.line_id, allocation.location, allocation.since, allocation.quantity
from order_line join allocation on allocation.line_id = order_line.id
where order_line.order_id = :order
order by allocation.since

-- The day on which the last of a line's units leaves its partners, as far as answers name days; none where one says that nobody knows.
select purchase_order_line.line_id, (array_agg(purchase_order.location order by leaves desc, purchase_order.number))[1] as location,
    nullif(max(leaves), date 'infinity') as leaves
from purchase_order_line join purchase_order using (number)
where purchase_order_line.line_id = any(:lines) and purchase_order_line.leaves is not null
  and purchase_order_line.quantity > purchase_order_line.cancelled + purchase_order_line.freed + purchase_order_line.shipped
  and purchase_order.location is not null
group by purchase_order_line.line_id

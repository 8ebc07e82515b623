-- How many units of lines of dropship purchase orders the customers' lines got back, and how many shipped them.
update purchase_order_line set freed = line.freed, shipped = line.shipped
from unnest(cast(:numbers as text[]), cast(:lines as text[]), cast(:freed as int[]), cast(:shipped as int[]))
    as line (number, line, freed, shipped)
where purchase_order_line.number = line.number and purchase_order_line.line = line.line

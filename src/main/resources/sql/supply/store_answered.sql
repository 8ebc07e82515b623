-- What answers come to for lines of purchase orders.
update purchase_order_line
set acknowledged = answer.acknowledged, rejected = answer.rejected, undecided = answer.undecided, leaves = cast(answer.leaves as date)
from unnest(
    cast(:numbers as text[]), cast(:lines as text[]), cast(:acknowledged as int[]), cast(:rejected as int[]), cast(:undecided as int[]),
    cast(:leaves as text[])
) as answer (number, line, acknowledged, rejected, undecided, leaves)
where purchase_order_line.number = answer.number and purchase_order_line.line = answer.line

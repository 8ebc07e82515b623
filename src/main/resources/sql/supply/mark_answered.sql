-- The partner has answered purchase orders, or sent what they order, at these moments; the first counts.
update purchase_order set answered_at = least(purchase_order.answered_at, cast(answer.answered_at as timestamptz))
from unnest(cast(:numbers as text[]), cast(:answered_at as text[])) as answer (number, answered_at)
where purchase_order.number = answer.number and purchase_order.partner = :partner

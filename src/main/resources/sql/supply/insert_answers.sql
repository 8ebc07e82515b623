-- What a partner answered to lines of purchase orders; a line that is ordered no more is passed over.
insert into purchase_order_answer (number, line, document_id, n, position, action, quantity, date, date_kind, substitute_sku, price, answered_at)
select number, line, :document, n, answer.position, action, answer.quantity, cast(date as date), date_kind, substitute_sku, price,
    cast(answered_at as timestamptz)
from unnest(
    cast(:numbers as text[]), cast(:lines as text[]), cast(:positions as text[]), cast(:actions as text[]), cast(:quantities as int[]),
    cast(:dates as text[]), cast(:date_kinds as text[]), cast(:substitutes as text[]), cast(:prices as text[]), cast(:answered_at as text[])
) with ordinality as answer (number, line, position, action, quantity, date, date_kind, substitute_sku, price, answered_at, n)
join purchase_order_line using (number, line)

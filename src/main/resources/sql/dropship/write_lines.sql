-- Lines of purchase orders as they are cut now.
insert into purchase_order_line (number, line, sku, quantity, line_id)
select number, line, sku, quantity, line_id
from unnest(
    cast(:numbers as text[]), cast(:lines as text[]), cast(:skus as text[]), cast(:quantities as int[]), cast(:line_ids as bigint[])
) as cut (number, line, sku, quantity, line_id)
on conflict (number, line) do update set quantity = excluded.quantity

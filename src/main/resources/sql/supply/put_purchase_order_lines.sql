-- Lines of a purchase order as ordered now.
insert into purchase_order_line (number, line, sku, quantity, eta, final)
select :number, line, sku, quantity, cast(eta as date), final
from unnest(
    cast(:lines as text[]), cast(:skus as text[]), cast(:quantities as int[]), cast(:etas as text[]), cast(:final as boolean[])
) as row (line, sku, quantity, eta, final)
on conflict (number, line) do update
set sku = excluded.sku, quantity = excluded.quantity, eta = excluded.eta, final = excluded.final

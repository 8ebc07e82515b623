-- Adds suppliers that items newly name, and answers the items' SKUs.
insert into item_supplier (sku, partner, supplier_sku, pack, lead_days, dropship, rank, cost)
select sku, partner, supplier_sku, pack, lead_days, dropship, rank, cast(cost as jsonb)
from unnest(
        cast(:owners as text[]), cast(:partners as text[]), cast(:supplier_skus as text[]), cast(:packs as int[]),
        cast(:lead_days as int[]), cast(:dropship as boolean[]), cast(:ranks as int[]), cast(:costs as text[])
    ) as row(sku, partner, supplier_sku, pack, lead_days, dropship, rank, cost)
on conflict (sku, partner) do nothing
returning sku

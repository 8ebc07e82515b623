-- Adds suppliers that these items (a JSON list) newly name, and answers the items' SKUs.
insert into item_supplier (sku, partner, supplier_sku, pack, lead_days, dropship, rank, cost)
select i.sku, e.partner, e.supplier_sku, e.pack, e.lead_days, e.dropship, e.rank, e.cost
from jsonb_to_recordset(cast(:items as jsonb)) as i(sku text, suppliers jsonb),
     jsonb_to_recordset(i.suppliers) as e(
         partner text, supplier_sku text, pack int, lead_days int, dropship boolean, rank int, cost jsonb
     )
on conflict (sku, partner) do nothing
returning sku

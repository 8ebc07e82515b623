-- Takes away suppliers that these items (a JSON list) no longer name as they are, and answers the items' SKUs.
with stated as (
    select i.sku collate "C" as sku, i.suppliers
    from jsonb_to_recordset(cast(:items as jsonb)) as i(sku text, suppliers jsonb)
),
suppliers as (
    select s.sku, e.*
    from stated as s, jsonb_to_recordset(s.suppliers) as e(
        partner text, supplier_sku text, pack int, lead_days int, dropship boolean, rank int, cost jsonb
    )
)
delete from item_supplier as known
using stated
where known.sku = stated.sku
  and not exists (
      select
      from suppliers as s
      where (s.sku, s.partner, s.supplier_sku, s.pack, s.dropship, s.rank)
            = (known.sku, known.partner, known.supplier_sku, known.pack, known.dropship, known.rank)
        and (s.lead_days, s.cost) is not distinct from (known.lead_days, known.cost)
  )
returning known.sku

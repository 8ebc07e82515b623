-- Takes away what these items (a JSON list) no longer name in `gtins`.
with stated as (
    select i.sku collate "C" as sku, i.gtins
    from jsonb_to_recordset(cast(:items as jsonb)) as i(sku text, gtins jsonb)
)
delete from item_gtin as known
using stated
where known.sku = stated.sku
  and not jsonb_exists(stated.gtins, known.gtin)

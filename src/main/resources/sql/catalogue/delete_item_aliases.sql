-- Takes away what these items (a JSON list) no longer name in `aliases`.
with stated as (
    select i.sku collate "C" as sku, i.aliases
    from jsonb_to_recordset(cast(:items as jsonb)) as i(sku text, aliases jsonb)
)
delete from item_alias as known
using stated
where known.sku = stated.sku
  and not jsonb_exists(stated.aliases, known.alias)

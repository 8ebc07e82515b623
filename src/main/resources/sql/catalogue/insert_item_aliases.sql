-- Adds what these items (a JSON list) newly name in `aliases`.
insert into item_alias (alias, sku)
select named.alias, i.sku
from jsonb_to_recordset(cast(:items as jsonb)) as i(sku text, aliases jsonb), jsonb_array_elements_text(i.aliases) as named(alias)
on conflict (alias) do nothing

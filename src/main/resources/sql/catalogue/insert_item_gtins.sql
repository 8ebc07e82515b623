-- Adds what these items (a JSON list) newly name in `gtins`.
insert into item_gtin (gtin, sku)
select named.gtin, i.sku
from jsonb_to_recordset(cast(:items as jsonb)) as i(sku text, gtins jsonb), jsonb_array_elements_text(i.gtins) as named(gtin)
on conflict (gtin) do nothing

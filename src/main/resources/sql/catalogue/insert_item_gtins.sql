-- Adds what items newly name in `gtins`, a row each of owner and name.
insert into item_gtin (gtin, sku)
select named.gtin, named.sku
from unnest(cast(:owners as text[]), cast(:names as text[])) as named(sku, gtin)
on conflict (gtin) do nothing

-- Adds what items newly name in `aliases`, a row each of owner and name.
insert into item_alias (alias, sku)
select named.alias, named.sku
from unnest(cast(:owners as text[]), cast(:names as text[])) as named(sku, alias)
on conflict (alias) do nothing

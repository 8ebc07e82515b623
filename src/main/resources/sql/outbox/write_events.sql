-- Appends events in the order given; their ids become the sequence within each key.
insert into event (type, key, storefront, at, data)
select told.type, told.key, told.storefront, told.at::timestamptz, told.data::json
from unnest(
    cast(:types as text[]), cast(:keys as text[]), cast(:storefronts as text[]), cast(:times as text[]), cast(:data as text[])
) with ordinality as told (type, key, storefront, at, data, n)
order by told.n

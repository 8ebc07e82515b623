-- New orders; one that somebody else stored in the meantime is left out.
insert into orders (storefront, number, placed_at, priority, ship, sold, ship_to, service, tags, body_hash)
select
    storefront, number, placed_at, coalesce(priority, 0), coalesce(ship, 'any'), coalesce(sold, false), ship_to, service,
    coalesce(tags, '{}'), decode(hash, 'hex')
from json_to_recordset(cast(:orders as json)) as placed (
    storefront text, number text, placed_at timestamptz, priority int, ship text, sold boolean, ship_to jsonb, service text,
    tags text[], hash text)
order by storefront collate "C", number collate "C"
on conflict (storefront, number) do nothing
returning id, storefront, number, encode(body_hash, 'hex') as hash

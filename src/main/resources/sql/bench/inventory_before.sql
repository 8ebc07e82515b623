-- A supplier with as many items as asked for, each in stock at its location, with the movements that made it so.
with supplier as (
    insert into partner (code, name, kinds) values ('bench', 'Bench', '{supplier}') returning code
), place as (
    insert into location (code, kind, partner) select 'BENCH', 'supplier', code from supplier returning code
), made as (
    insert into item (sku, name, changed_at)
    select 'SKU-' || 10000000 + n, 'Item ' || n, now() from generate_series(1, :rows) as n
    returning sku
), stocked as (
    insert into stock (sku, location, on_hand, as_of)
    select made.sku, place.code, (substring(made.sku from 5)::int - 10000000) % 500 + 1, now() - interval '1 day'
    from made
    cross join place
    returning sku, location, on_hand, as_of
)
insert into movement (sku, location, quantity, kind, effective_at)
select sku, location, on_hand, 'inventory', as_of from stocked

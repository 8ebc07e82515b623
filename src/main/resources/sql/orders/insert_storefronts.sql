-- A storefront is made by its first order.
insert into storefront (code, name)
select code, code from unnest(cast(:storefronts as text[])) as named (code) order by code
on conflict do nothing

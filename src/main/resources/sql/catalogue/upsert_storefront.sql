-- Makes or renames a storefront.
insert into storefront (code, name)
values (:code, :name)
on conflict (code) do update
set name = excluded.name

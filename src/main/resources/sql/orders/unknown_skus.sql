-- Those of the SKUs that are no item.
select wanted.sku from unnest(cast(:skus as text[])) as wanted (sku)
where not exists (select from item where item.sku = wanted.sku)

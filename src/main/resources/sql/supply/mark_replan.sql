-- SKUs to be planned again after this transaction; the first cause stays.
insert into replan (sku, trigger)
select item.sku, cast(:trigger as jsonb) from item where item.sku = any(:skus) order by item.sku
on conflict do nothing

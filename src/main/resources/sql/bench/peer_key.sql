-- Keyed as ours is.
alter table peer_stock add primary key (sku, location)

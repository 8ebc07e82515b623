-- Lines whose SKU leads to no item.
update difference set verdict = 'unknown' where sku is null

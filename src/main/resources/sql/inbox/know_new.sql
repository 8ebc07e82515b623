-- Rows that are new in stock: their SKU is one of ours where there is such an item.
update difference set sku = item.sku from item where difference.sku is null and item.sku = difference.name

-- Makes staged SKUs ours where they are the partner's own, a gtin or an alias, in that order. What is left is one of ours, or unknown.
with called as (
    select supplier_sku as name, sku from item_supplier where partner = :partner
    union all
    select g.gtin, g.sku
    from item_gtin g
    where not exists (select from item_supplier o where o.partner = :partner and o.supplier_sku = g.gtin)
    union all
    select a.alias, a.sku
    from item_alias a
    where not exists (select from item_supplier o where o.partner = :partner and o.supplier_sku = a.alias)
        and not exists (select from item_gtin g where g.gtin = a.alias)
)
update stage
set sku = called.sku
from called
where called.name = stage.sku and called.sku <> called.name

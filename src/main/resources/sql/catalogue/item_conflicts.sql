-- What these items (a JSON list) claim that another item has, or that nobody knows: one row each, with the pointer of the field.
-- The limits keep each look-up a probe of an index: what is stated is far less than what is known.
with stated as (
    select i.sku collate "C" as sku, i.gtins, i.aliases, i.suppliers
    from jsonb_to_recordset(cast(:items as jsonb)) as i(sku text, gtins jsonb, aliases jsonb, suppliers jsonb)
),
gtins as (
    select s.sku, g.gtin, g.n
    from stated as s, jsonb_array_elements_text(s.gtins) with ordinality as g(gtin, n)
),
aliases as (
    select s.sku, a.alias, a.n
    from stated as s, jsonb_array_elements_text(s.aliases) with ordinality as a(alias, n)
),
suppliers as (
    select s.sku, e.supplier ->> 'partner' as partner, e.supplier ->> 'supplier_sku' as supplier_sku, e.n
    from stated as s, jsonb_array_elements(s.suppliers) with ordinality as e(supplier, n)
)
select g.sku, '/gtins/' || g.n - 1 as pointer, 'gtin ' || g.gtin || ' is that of item ' || known.sku as detail
from gtins as g
cross join lateral (select i.sku from item_gtin as i where i.gtin = g.gtin collate "C" limit 1) as known
where known.sku <> g.sku
  and known.sku not in (select sku from stated)
union all
select g.sku, '/gtins/' || g.n - 1, 'gtin ' || g.gtin || ' is that of item ' || other.sku
from gtins as g
join gtins as other on other.gtin = g.gtin and other.sku < g.sku
union all
select a.sku, '/aliases/' || a.n - 1, 'alias ' || a.alias || ' is that of item ' || known.sku
from aliases as a
cross join lateral (select i.sku from item_alias as i where i.alias = a.alias collate "C" limit 1) as known
where known.sku <> a.sku
  and known.sku not in (select sku from stated)
union all
select a.sku, '/aliases/' || a.n - 1, 'alias ' || a.alias || ' is that of item ' || other.sku
from aliases as a
join aliases as other on other.alias = a.alias and other.sku < a.sku
union all
select a.sku, '/aliases/' || a.n - 1, 'alias ' || a.alias || ' is the SKU of an item'
from aliases as a
left join lateral (select i.sku from item as i where i.sku = a.alias collate "C" limit 1) as known on true
where known.sku is not null
   or a.alias collate "C" in (select sku from stated)
union all
select s.sku, '/sku', 'SKU ' || s.sku || ' is an alias of item ' || known.sku
from stated as s
cross join lateral (select i.sku from item_alias as i where i.alias = s.sku limit 1) as known
where known.sku not in (select sku from stated)
union all
select s.sku, '/suppliers/' || s.n - 1 || '/partner', 'there is no partner ' || s.partner
from suppliers as s
where not exists (select from partner as p where p.code = s.partner collate "C")
union all
select s.sku,
       '/suppliers/' || s.n - 1 || '/supplier_sku',
       'supplier_sku ' || s.supplier_sku || ' of ' || s.partner || ' is that of item ' || known.sku
from suppliers as s
cross join lateral (
    select i.sku
    from item_supplier as i
    where i.partner = s.partner collate "C"
      and i.supplier_sku = s.supplier_sku collate "C"
    limit 1
) as known
where known.sku <> s.sku
  and known.sku not in (select sku from stated)
union all
select s.sku,
       '/suppliers/' || s.n - 1 || '/supplier_sku',
       'supplier_sku ' || s.supplier_sku || ' of ' || s.partner || ' is that of item ' || other.sku
from suppliers as s
join suppliers as other on other.partner = s.partner and other.supplier_sku = s.supplier_sku and other.sku < s.sku
order by 1, 2

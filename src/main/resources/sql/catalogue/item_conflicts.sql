-- What these items claim that another item has, or that nobody knows: one row each, with the pointer of the field.
-- The limits keep each look-up a probe of an index: what is stated is far less than what is known.
with stated as (
    select unnest(cast(:skus as text[])) collate "C" as sku
),
gtins as (
    select sku collate "C" as sku, gtin, n
    from unnest(cast(:gtin_owners as text[]), cast(:gtins as text[]), cast(:gtin_places as int[])) as g(sku, gtin, n)
),
aliases as (
    select sku collate "C" as sku, alias, n
    from unnest(cast(:alias_owners as text[]), cast(:aliases as text[]), cast(:alias_places as int[])) as a(sku, alias, n)
),
suppliers as (
    select sku collate "C" as sku, partner, supplier_sku, n
    from unnest(
        cast(:supplier_owners as text[]), cast(:partners as text[]), cast(:supplier_skus as text[]), cast(:supplier_places as int[])
    ) as s(sku, partner, supplier_sku, n)
)
select g.sku, '/gtins/' || g.n as pointer, 'gtin ' || g.gtin || ' is that of item ' || known.sku as detail
from gtins as g
cross join lateral (select i.sku from item_gtin as i where i.gtin = g.gtin collate "C" limit 1) as known
where known.sku <> g.sku
  and known.sku not in (select sku from stated)
union all
select g.sku, '/gtins/' || g.n, 'gtin ' || g.gtin || ' is that of item ' || other.sku
from gtins as g
join gtins as other on other.gtin = g.gtin and other.sku < g.sku
union all
select a.sku, '/aliases/' || a.n, 'alias ' || a.alias || ' is that of item ' || known.sku
from aliases as a
cross join lateral (select i.sku from item_alias as i where i.alias = a.alias collate "C" limit 1) as known
where known.sku <> a.sku
  and known.sku not in (select sku from stated)
union all
select a.sku, '/aliases/' || a.n, 'alias ' || a.alias || ' is that of item ' || other.sku
from aliases as a
join aliases as other on other.alias = a.alias and other.sku < a.sku
union all
select a.sku, '/aliases/' || a.n, 'alias ' || a.alias || ' is the SKU of an item'
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
select s.sku, '/suppliers/' || s.n || '/partner', 'there is no partner ' || s.partner
from suppliers as s
where not exists (select from partner as p where p.code = s.partner collate "C")
union all
select s.sku,
       '/suppliers/' || s.n || '/supplier_sku',
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
       '/suppliers/' || s.n || '/supplier_sku',
       'supplier_sku ' || s.supplier_sku || ' of ' || s.partner || ' is that of item ' || other.sku
from suppliers as s
join suppliers as other on other.partner = s.partner and other.supplier_sku = s.supplier_sku and other.sku < s.sku
order by 1, 2

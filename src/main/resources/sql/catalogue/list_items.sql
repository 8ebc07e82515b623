-- Items in the order of their SKU: those named in `skus`, or, where that is null, those after `after`.
select i.sku,
       i.name,
       i.status,
       i.release_date,
       i.backorder_allowed,
       i.backorder_limit,
       i.safety_stock,
       i.reorder_point,
       i.substitutes,
       array(select g.gtin from item_gtin as g where g.sku = i.sku order by g.gtin) as gtins,
       array(select a.alias from item_alias as a where a.sku = i.sku order by a.alias) as aliases,
       coalesce(
           (
               select jsonb_agg(jsonb_strip_nulls(to_jsonb(s) - 'sku') order by s.rank, s.partner)
               from item_supplier as s
               where s.sku = i.sku
           ),
           cast('[]' as jsonb)
       ) as suppliers
from item as i
where (cast(:skus as text[]) is null and i.sku > :after)
   or i.sku = any (cast(:skus as text[]))
order by i.sku
limit :limit

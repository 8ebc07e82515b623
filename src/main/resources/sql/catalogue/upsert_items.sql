-- Writes items (a JSON list) that are new or differ, and answers their SKUs.
insert into item as known (
    sku, name, status, release_date, backorder_allowed, backorder_limit, safety_stock, reorder_point, substitutes
)
select sku,
       name,
       status,
       release_date,
       cast(backorder ->> 'allowed' as boolean),
       cast(backorder ->> 'limit' as int),
       safety_stock,
       reorder_point,
       array(select jsonb_array_elements_text(substitutes))
from jsonb_to_recordset(cast(:items as jsonb)) as stated(
    sku text, name text, status text, release_date date, backorder jsonb, safety_stock int, reorder_point int,
    substitutes jsonb
)
order by sku collate "C"
on conflict (sku) do update
set name = excluded.name,
    status = excluded.status,
    release_date = excluded.release_date,
    backorder_allowed = excluded.backorder_allowed,
    backorder_limit = excluded.backorder_limit,
    safety_stock = excluded.safety_stock,
    reorder_point = excluded.reorder_point,
    substitutes = excluded.substitutes,
    changed_at = now()
where (known.name, known.status, known.release_date, known.backorder_allowed, known.backorder_limit,
       known.safety_stock, known.reorder_point, known.substitutes)
      is distinct from
      (excluded.name, excluded.status, excluded.release_date, excluded.backorder_allowed, excluded.backorder_limit,
       excluded.safety_stock, excluded.reorder_point, excluded.substitutes)
returning sku

-- Writes items that are new or differ, and answers their SKUs.
insert into item as known (
    sku, name, status, release_date, backorder_allowed, backorder_limit, safety_stock, reorder_point, substitutes
)
select sku,
       name,
       status,
       cast(release_date as date),
       backorder_allowed,
       backorder_limit,
       safety_stock,
       reorder_point,
       array(select jsonb_array_elements_text(cast(substitutes as jsonb)))
from unnest(
    cast(:skus as text[]), cast(:names as text[]), cast(:statuses as text[]), cast(:release_dates as text[]),
    cast(:backorder_allowed as boolean[]), cast(:backorder_limits as int[]), cast(:safety_stock as int[]),
    cast(:reorder_points as int[]), cast(:substitutes as text[])
) as stated(
    sku, name, status, release_date, backorder_allowed, backorder_limit, safety_stock, reorder_point, substitutes
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

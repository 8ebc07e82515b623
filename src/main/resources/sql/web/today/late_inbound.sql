-- Units that were to have come by now, the most first.
select sku as ref, ref as what, coalesce(partner, '') as partner,
    quantity || ' of ' || sku || ' for ' || location || ' were due on ' || eta as detail,
    null::timestamptz as since, (count(*) over ())::int as total
from inbound
where quantity > 0 and eta < current_date and found_late is not null
order by quantity desc, id
limit :limit

-- Lines of new orders, in the order in which the storefront wrote them.
insert into order_line (order_id, line, sku, quantity, price, requested)
select placed.id, line, sku, quantity, price, requested
from unnest(cast(:ids as bigint[]), cast(:lines as text[])) with ordinality as placed (id, lines, n)
cross join lateral rows from (
    json_to_recordset(cast(placed.lines as json)) as (line text, sku text, quantity int, price jsonb, requested date)
) with ordinality as written (line, sku, quantity, price, requested, m)
order by n, m

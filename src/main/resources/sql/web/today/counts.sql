-- The day so far, in numbers.
select arrived, applied, held, rejected, otherwise, sent, under_way, refilled, lost, promises_moved,
    waiting.lines as waiting, attempts.told, failing.endpoints as failing
from (
    select
        count(*) filter (where direction = 'in')::int as arrived,
        count(*) filter (where status = 'applied')::int as applied,
        count(*) filter (where status = 'held')::int as held,
        count(*) filter (where direction = 'in' and status = 'rejected')::int as rejected,
        count(*) filter (where status in ('ignored', 'duplicate'))::int as otherwise,
        count(*) filter (where status in ('sent', 'acknowledged', 'refused'))::int as sent,
        count(*) filter (where direction = 'in' and status in ('kept', 'staged'))::int as under_way
    from document
    where received_at >= :midnight
) as arrivals
cross join (
    select
        coalesce(sum((told ->> 'refilled')::int), 0)::int as refilled,
        coalesce(sum((told ->> 'lost')::int), 0)::int as lost,
        coalesce(sum((told ->> 'promises_moved')::int), 0)::int as promises_moved
    from document
    where ended_at >= :midnight and status = 'applied'
) as caused
cross join (
    select count(*)::int as lines
    from order_line
    left join (select line_id, sum(quantity) as units from allocation group by line_id) as held on held.line_id = order_line.id
    where order_line.quantity - order_line.shipped - order_line.cancelled > 0 and order_line.open > coalesce(held.units, 0)
) as waiting
cross join (select count(*)::int as told from attempt where at >= :midnight and status between 200 and 299) as attempts
cross join (select count(*)::int as endpoints from webhook where status = 'active' and failures > 0) as failing

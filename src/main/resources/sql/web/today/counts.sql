-- The day so far, in numbers. What documents caused is said by those that came today; waiting lines are counted up to ten thousand.
select arrived, applied, rejected, sent, under_way, refilled, lost, promises_moved,
    waiting.lines as waiting, attempts.told, failing.endpoints as failing
from (
    select
        count(*) filter (where direction = 'in')::int as arrived,
        count(*) filter (where status = 'applied')::int as applied,
        count(*) filter (where direction = 'in' and status = 'rejected')::int as rejected,
        count(*) filter (where status in ('sent', 'acknowledged', 'refused'))::int as sent,
        count(*) filter (where direction = 'in' and status in ('kept', 'staged'))::int as under_way,
        coalesce(sum((told ->> 'refilled')::int) filter (where status = 'applied'), 0)::int as refilled,
        coalesce(sum((told ->> 'lost')::int) filter (where status = 'applied'), 0)::int as lost,
        coalesce(sum((told ->> 'promises_moved')::int) filter (where status = 'applied'), 0)::int as promises_moved
    from document
    where received_at >= :midnight
) as documents
cross join (
    select count(*)::int as lines
    from (
        select
        from order_line
        where order_line.quantity - order_line.shipped - order_line.cancelled > 0
            and order_line.open > coalesce((select sum(quantity) from allocation where line_id = order_line.id), 0)
        limit 10000
    ) as found
) as waiting
cross join (select count(*)::int as told from attempt where at >= :midnight and status between 200 and 299) as attempts
cross join (select count(*)::int as endpoints from webhook where status = 'active' and failures > 0) as failing

-- The events of keys whose first is due: longest due first, at most 20 of a key, and within a key in order from its first.
with due as (
    select key
    from delivery_wait
    where webhook_id = :webhook and dead_at is null and next_at <= now()
    order by next_at, event_id
    limit :limit
)
select waiting.event_id as id, e.type, due.key, e.at, e.data::text as data, waiting.attempts, true as waits
from due
cross join lateral (
    select d.event_id, d.attempts
    from delivery_wait d
    where d.webhook_id = :webhook and d.key = due.key and d.dead_at is null
    order by d.event_id
    limit least(20, :limit)
) waiting
join event e on e.id = waiting.event_id
order by waiting.event_id
limit :limit

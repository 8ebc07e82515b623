-- Events by id, and whether others of their key wait already.
select
    e.id,
    e.type,
    e.key,
    e.at,
    e.data::text as data,
    0 as attempts,
    exists (
        select from delivery_wait d where d.webhook_id = :webhook and d.key = e.key and d.dead_at is null
    ) as waits
from event e
where e.id = any (cast(:ids as bigint[]))
order by e.id

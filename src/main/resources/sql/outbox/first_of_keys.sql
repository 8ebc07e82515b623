-- Where the first waiting event of a key has no time yet, its turn is now.
with first as (
    select key, min(event_id) as event_id
    from delivery_wait
    where webhook_id = :webhook and key = any (cast(:keys as text[])) and dead_at is null
    group by key
)
update delivery_wait d
set next_at = now()
from first
where d.webhook_id = :webhook and d.key = first.key and d.event_id = first.event_id and d.next_at = 'infinity'

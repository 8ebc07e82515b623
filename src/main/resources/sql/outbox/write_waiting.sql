-- Sets events aside: with a time where they are tried again, with infinity where they stand behind others of their key.
insert into delivery_wait (webhook_id, key, event_id, attempts, next_at, dead_at)
select
    :webhook,
    aside.key,
    aside.event_id,
    aside.attempts,
    coalesce(now() + aside.delay * interval '1 millisecond', 'infinity'),
    case when aside.dead then now() end
from unnest(
    cast(:ids as bigint[]),
    cast(:keys as text[]),
    cast(:attempts as int[]),
    cast(:delays as bigint[]),
    cast(:dead as boolean[])
) as aside (event_id, key, attempts, delay, dead)
on conflict (webhook_id, key, event_id) do update
set attempts = excluded.attempts, next_at = excluded.next_at, dead_at = excluded.dead_at

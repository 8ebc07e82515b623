-- Writes down requests that are over.
insert into attempt (webhook_id, event_id, at, status, error, millis)
select :webhook, made.event_id, made.at::timestamptz, made.status, made.error, made.millis
from unnest(
    cast(:ids as bigint[]), cast(:times as text[]), cast(:statuses as int[]), cast(:errors as text[]), cast(:millis as int[])
) as made (event_id, at, status, error, millis)
on conflict do nothing

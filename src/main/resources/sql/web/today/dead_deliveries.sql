-- Endpoints with events that were given up.
select webhook.id as ref, webhook.url as what, coalesce(webhook.storefront, '') as partner,
    dead.events || case when dead.events = 1 then ' event was' else ' events were' end || ' given up after days of tries' as detail,
    dead.since, (count(*) over ())::int as total
from (
    select webhook_id, count(*) as events, min(dead_at) as since
    from delivery_wait
    where dead_at is not null
    group by webhook_id
) as dead
join webhook on webhook.id = dead.webhook_id
order by dead.since
limit :limit

-- Claims endpoints that have something to tell and nobody who tells it: a window left open, events since the last window, or
-- a waiting event that is due. Only the database's clock counts.
with lane as (
    select w.id
    from webhook w
    where w.status = 'active'
        and (w.lease_until is null or w.lease_until < now())
        and (w.paused_until is null or w.paused_until <= now())
        and (
            w.upto is not null
            or exists (select from event e where e.xid >= pg_snapshot_xmax(w.since))
            or exists (select from event e where e.xid = any (array(select pg_snapshot_xip(w.since))))
            or exists (
                select from delivery_wait d where d.webhook_id = w.id and d.dead_at is null and d.next_at <= now()
            )
        )
    order by w.id
    limit :limit
    for no key update skip locked
)
update webhook w
set lease = :lease, lease_until = now() + interval '30 seconds'
from lane
where w.id = lane.id
returning w.id

-- Opens a window over all that is committed, from the first event of that moment on, but not beyond what has not been told
-- yet; takes the lane from its holder, whose place in the old window means nothing any more.
with lane as (
    select id, since, upto, after, coalesce(upto, since) as read_to from webhook where id = :id for no key update
),
first as (
    select min(id) as id from event where at >= cast(:moment as timestamptz)
),
pending as (
    select min(id) as id
    from (
        select id from event where xid >= (select pg_snapshot_xmax(read_to) from lane)
        union all
        select id from event where xid = any (array(select pg_snapshot_xip(read_to) from lane))
    ) unread
)
update webhook w
set since = '1:1:'::pg_snapshot,
    upto = pg_current_snapshot(),
    after = least(first.id - 1, pending.id - 1, case when lane.upto is not null then lane.after end),
    lease = null,
    lease_until = null,
    paused_until = null
from lane, first, pending
where w.id = lane.id and first.id is not null

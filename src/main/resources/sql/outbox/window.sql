-- The next events of an endpoint's open window: visible in `upto`, not visible in `since`, of the types it wants. What was in
-- progress at `since` is looked up by its transaction; the rest is not below its xmax. Never by id alone: ids are given
-- before the commit.
with lane as (
    select since, upto, after from webhook where id = :webhook
),
fresh as (
    select e.id, e.xid, e.type, e.storefront
    from event e
    where e.xid >= (select pg_snapshot_xmax(since) from lane) and e.xid < (select pg_snapshot_xmax(upto) from lane)
    union all
    select e.id, e.xid, e.type, e.storefront
    from event e
    where e.xid = any (array(select pg_snapshot_xip(since) from lane))
)
select fresh.id
from fresh, lane
where pg_visible_in_snapshot(fresh.xid, lane.upto)
    and fresh.id > lane.after
    and fresh.type = any (cast(:types as text[]))
    and (cast(:storefront as text) is null or fresh.storefront is null or fresh.storefront = :storefront)
order by fresh.id
limit :limit

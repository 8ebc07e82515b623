-- Holds a lane for longer. Where no window of events is open, opens one: what is committed by now and was not yet then.
update webhook
set lease_until = now() + interval '30 seconds', upto = coalesce(upto, pg_current_snapshot())
where id = :webhook and lease = :lease and status = 'active'
returning
    id,
    url,
    events,
    storefront,
    secret,
    case when old_until > now() then old_secret end as old_secret,
    failures,
    coalesce(paused_until > now(), false) as paused

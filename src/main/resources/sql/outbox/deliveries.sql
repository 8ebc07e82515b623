-- The newest deliveries of an endpoint that were tried or wait, with their attempts.
with told as (
    (
        select distinct event_id
        from attempt
        where webhook_id = :webhook and event_id < :before and cast(:status as text) is null
        order by event_id desc
        limit :limit
    )
    union
    (
        select event_id
        from delivery_wait
        where webhook_id = :webhook
            and event_id < :before
            and (cast(:status as text) is null or (dead_at is not null) = (:status = 'dead'))
        order by event_id desc
        limit :limit
    )
    order by event_id desc
    limit :limit
)
select
    told.event_id,
    e.type,
    e.key,
    case
        when w.dead_at is not null then 'dead'
        when w.event_id is not null then 'waiting'
        when made.delivered then 'delivered'
        else 'needless'
    end as status,
    case when w.dead_at is null then nullif(w.next_at, 'infinity') end as next_at,
    made.attempts
from told
join event e on e.id = told.event_id
left join delivery_wait w on w.webhook_id = :webhook and w.key = e.key and w.event_id = told.event_id
cross join lateral (
    select
        coalesce(
            json_agg(
                json_strip_nulls(json_build_object(
                    'at', to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'status', a.status, 'error', a.error, 'millis', a.millis
                ))
                order by a.at
            ),
            '[]'
        )::text as attempts,
        coalesce(bool_or(a.status between 200 and 299), false) as delivered
    from attempt a
    where a.webhook_id = :webhook and a.event_id = told.event_id
) made
order by told.event_id desc

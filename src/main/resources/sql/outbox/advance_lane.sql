-- Moves an endpoint on, if the lane is still ours: within its window to `after`, or to the window's end.
update webhook
set since = case when :done then upto else since end,
    upto = case when :done then null else upto end,
    after = case when :done then 0 else coalesce(cast(:after as bigint), after) end,
    failures = :failures,
    paused_until = greatest(
        paused_until,
        case when cast(:pause as bigint) > 0 then now() + cast(:pause as bigint) * interval '1 millisecond' end
    ),
    lease_until = now() + interval '30 seconds'
where id = :webhook and lease = :lease

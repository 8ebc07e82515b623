-- Claims the partner's oldest document of these kinds; where that one has to wait, those behind it wait as well. The lease is
-- the fence of every later write.
update document
set lease = gen_random_uuid(), lease_until = now() + interval '30 seconds'
where id = (
        select id
        from document
        where direction = 'out' and status = 'kept' and partner = :#${exchangeProperty.QuaysidePartner}
            and kind = any(string_to_array(:#${exchangeProperty.QuaysideKinds}, ','))
        order by id
        limit 1
    )
    and status = 'kept'
    and (next_at is null or next_at <= now())
    and (lease_until is null or lease_until < now())
returning id, partner, kind, name, size, controls[1] as control, attempts, lease

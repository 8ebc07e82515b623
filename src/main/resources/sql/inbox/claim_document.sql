-- Claims the oldest document whose feed has no earlier one to do and no later one under way (a replay); the lease is the fence of every later write.
update document
set lease = :lease, lease_until = now() + interval '30 seconds'
where id = (
    select d.id
    from document d
    where d.direction = 'in' and d.status in ('kept', 'staged')
        and d.size <= :largest
        and (d.lease_until is null or d.lease_until < now())
        and not exists (
            select from document earlier
            where earlier.direction = 'in' and earlier.partner = d.partner and earlier.mapping = d.mapping
                and earlier.status in ('kept', 'staged')
                and (earlier.id < d.id or earlier.id > d.id and earlier.lease_until > now())
        )
    order by d.id
    limit 1
    for update skip locked
)
returning id, partner, mapping, name, received_at, sha256, size, status, accepted, replays, mapping_hash, lease

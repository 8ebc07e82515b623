-- Claims the oldest document whose feed has no earlier one to do and no later one under way (a replay), and those of its
-- feed behind it that are small together with it; the lease is the fence of every later write. Steps from feed to feed,
-- because one may have a thousand documents to do. A claim that is lost is made again: it does not wait for the disk.
with recursive head as (
    (
        select id, partner, mapping
        from document
        where direction = 'in' and status in ('kept', 'staged')
        order by partner, mapping, id
        limit 1
    )
    union all
    select next.id, next.partner, next.mapping
    from head
    cross join lateral (
        select id, partner, mapping
        from document
        where direction = 'in' and status in ('kept', 'staged')
            and (partner, mapping) > (head.partner, head.mapping)
        order by partner, mapping, id
        limit 1
    ) as next
),
first as (
    select d.id, d.partner, d.mapping
    from document d
    where d.id = any(array(select id from head))
        and d.status in ('kept', 'staged')                 -- still: another may have taken it since
        and d.size <= :largest
        and (d.lease_until is null or d.lease_until < now())
        and not exists (
            select from document later
            where later.direction = 'in' and later.partner = d.partner and later.mapping = d.mapping
                and later.lease is not null and later.lease_until > now()
        )
    order by d.id
    limit 1
    for update skip locked
),
run as (
    select id, sum(size) over (order by id) as together
    from (
        select d.id, d.size
        from document d
        where d.direction = 'in' and d.status in ('kept', 'staged')
            and d.partner = (select partner from first) and d.mapping = (select mapping from first)
            and d.id >= (select id from first)
        order by d.id
        limit :most
    ) as behind
),
claimed as (
    update document
    set lease = :lease, lease_until = now() + interval '30 seconds'
    from run
    where document.id = run.id and (run.together <= :small or document.id in (select id from first))
    returning document.id, partner, mapping, name, received_at, sha256, size, status, accepted, replays, mapping_hash, lease
)
select claimed.*, partner.kinds as partner_kinds, content.bytes as content,
    exists (select from problem where document_id = claimed.id and code = 'bad_name') as bad_name,
    set_config('synchronous_commit', 'off', true)
from claimed
left join partner on partner.code = claimed.partner
left join document_content content on content.document_id = claimed.id and content.n = 0 and claimed.size <= :small
order by claimed.id

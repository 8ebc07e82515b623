-- Documents that have ended and whose problems go to the partner's outbox now; those without any are done with at once.
with due as (
    select d.id
    from document d
    where d.reported_at is null
      and d.ended_at is not null
      and (d.lease_until is null or d.lease_until < now())
    order by d.id
    limit 100
    for update of d skip locked
), told as (
    select due.id,
           p.code is not null
               and coalesce(p.file ->> 'acknowledge', 'true') <> 'false'
               and exists (select from problem where problem.document_id = due.id) as wanted
    from due
    join document d on d.id = due.id
    left join partner p on p.code = d.partner
), claimed as (
    update document d
    set lease = case when told.wanted then gen_random_uuid() end,
        lease_until = case when told.wanted then now() + interval '1 minute' end,
        reported_at = case when told.wanted then null else now() end
    from told
    where d.id = told.id
    returning d.id, d.partner, d.name, d.status, d.lease, told.wanted
)
select id, partner, name, status, lease from claimed where wanted order by id

-- Documents of the last two days of which an answer, a shipment or a receipt came to nothing or was set aside: partners do not
-- say them again by themselves, as they do what they have. What waits for a decision stands by itself.
select document.id::text as ref, document.name as what, document.partner,
    problem.first || case when problem.lines > 1 then ', and ' || (problem.lines - 1) || ' more' else '' end as detail,
    document.ended_at as since, (count(*) over ())::int as total
from document
cross join lateral (
    select count(*) as lines,
        (array_agg(code || ' at ' || at || coalesce(': ' || nullif(value, ''), '') order by n))[1] as first
    from problem
    where document_id = document.id
      and (line = 'held' or code in ('orphan_line', 'over_answered', 'over_shipped', 'control_reused', 'bad_number'))
) as problem
where document.direction = 'in' and document.status = 'applied' and document.ended_at > now() - interval '2 days'
  and document.problems > 0 and problem.lines > 0
  and exists (
      select from document_message
      where document_message.document_id = document.id and document_message.kind in ('order-ack', 'shipment', 'receipt'))
order by document.id desc
limit :limit

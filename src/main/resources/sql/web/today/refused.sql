-- What we sent and the partner did not take.
select id::text as ref, name as what, partner, coalesce(reason, 'refused by the partner') as detail,
    coalesce(sent_at, received_at) as since, (count(*) over ())::int as total
from document
where status = 'refused'
order by id desc
limit :limit

-- Documents for partners that could not be sent yet.
select id::text as ref, name as what, partner,
    attempts || case when attempts = 1 then ' try' else ' tries' end || ' failed' || coalesce(': ' || reason, '') as detail,
    received_at as since, (count(*) over ())::int as total
from document
where direction = 'out' and status = 'kept' and attempts > 0
order by id
limit :limit

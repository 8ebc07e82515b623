-- What waits, by name of its metric and the value of its label `status`.
select 'quayside.documents' as metric, status, count(*) as waiting
from document
where direction = 'in' and status in ('kept', 'staged')
group by status
union all
select 'quayside.documents.out', case when attempts = 0 then 'waiting' else 'failing' end, count(*)
from document
where direction = 'out' and status = 'kept'
group by 2
union all
select 'quayside.deliveries', case when dead_at is null then 'waiting' else 'dead' end, count(*)
from delivery_wait
group by 2

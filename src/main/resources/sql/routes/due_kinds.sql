-- Which partners have documents of which kind to be sent now. One that has to wait holds up those behind it.
with first as (
    select distinct on (partner, kind) partner, kind, next_at, lease_until
    from document
    where direction = 'out' and status = 'kept'
    order by partner, kind, id
)
select partner, kind
from first
where (next_at is null or next_at <= now()) and (lease_until is null or lease_until < now())
order by partner, kind

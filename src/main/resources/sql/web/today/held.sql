-- Documents that wait for a person, newest first.
select id::text as ref, name as what, partner, coalesce(reason, '') as detail, received_at as since,
    (count(*) over ())::int as total
from document
where status = 'held'
order by id desc
limit :limit

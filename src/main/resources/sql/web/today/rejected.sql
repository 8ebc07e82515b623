-- Documents of the last two days that ended rejected, but not by a person.
select id::text as ref, name as what, partner, coalesce(reason, '') as detail, ended_at as since,
    (count(*) over ())::int as total
from document
where ended_at > now() - interval '2 days' and status = 'rejected' and coalesce(reason, '') not like 'rejected by a person%'
order by id desc
limit :limit

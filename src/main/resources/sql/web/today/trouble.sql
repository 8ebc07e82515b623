-- Routes whose feed cannot be read, or whose partner cannot be reached, at the moment.
select partner as ref, route as what, partner, detail || case when times > 1 then ' (' || times || ' times)' else '' end as detail,
    since, (count(*) over ())::int as total
from feed_trouble
order by since
limit :limit

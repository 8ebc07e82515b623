-- Feeds whose document is not here although it was expected.
select partner as ref, mapping as what, partner, 'expected then, and nothing has come' as detail, due_at as since, (count(*) over ())::int as total
from feed_watch
where late_since is not null
order by late_since
limit :limit

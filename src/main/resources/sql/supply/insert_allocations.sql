-- What the lines hold now.
insert into allocation (line_id, location, since, quantity)
select line_id, location, cast(since as timestamptz), quantity
from unnest(cast(:lines as bigint[]), cast(:locations as text[]), cast(:since as text[]), cast(:quantities as int[]))
    as held (line_id, location, since, quantity)

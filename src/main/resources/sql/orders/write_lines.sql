-- How far the lines are; those with nothing open any more are promised nothing either.
with ended as (
    delete from peg
    where line_id in (
        select line_id
        from unnest(cast(:lines as bigint[]), cast(:open as int[])) as done (line_id, open)
        where open = 0)
)
update order_line
set released = done.released, shipped = done.shipped, cancelled = done.cancelled
from unnest(cast(:lines as bigint[]), cast(:released as int[]), cast(:shipped as int[]), cast(:cancelled as int[]))
    as done (line_id, released, shipped, cancelled)
where order_line.id = done.line_id

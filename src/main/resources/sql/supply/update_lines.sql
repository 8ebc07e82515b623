-- The planner's dates of the lines, units by the day they leave, and what decides whether a `complete` order is ready.
update order_line
set original = cast(planned.original as date), "current" = cast(planned.now as date),
    whole_on = cast(planned.whole_on as date), coverable = planned.coverable,
    schedule = cast(planned.schedule as json)
from unnest(
    cast(:lines as bigint[]), cast(:originals as text[]), cast(:currents as text[]), cast(:whole_on as text[]), cast(:coverable as boolean[]),
    cast(:schedules as text[])
) as planned (line_id, original, now, whole_on, coverable, schedule)
where order_line.id = planned.line_id

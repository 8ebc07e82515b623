-- Why units of lines are no longer theirs to lose: they were ordered from a supplier. Rank and units ahead are those of the last decision.
insert into decision (line_id, at, change, rank, units_ahead, supply, rule, trigger, before, after)
select released.line_id, :at, 'released ' || units, coalesce(last.rank, 0), coalesce(last.units_ahead, 0), '[]', :rule,
    jsonb_strip_nulls(jsonb_build_object('kind', cast(:kind as text), 'document', cast(:document as text), 'position', cast(:position as text))),
    coalesce(last.after, '{}') || jsonb_build_object('allocated', left_over + units),
    coalesce(last.after, '{}') || jsonb_build_object('allocated', left_over)
from unnest(cast(:lines as bigint[]), cast(:units as int[]), cast(:left as int[])) as released (line_id, units, left_over)
left join lateral (
    select rank, units_ahead, after from decision where decision.line_id = released.line_id order by id desc limit 1
) as last on true

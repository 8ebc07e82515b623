-- Why lines gained, lost or kept units or a date (rule 12).
insert into decision (line_id, at, change, rank, units_ahead, supply, rule, trigger, before, after, needed)
select line_id, cast(:at as timestamptz), change, rank, units_ahead, cast(supply as jsonb), rule, cast(cause as jsonb),
    cast(before as jsonb), cast(after as jsonb), cast(needed as jsonb)
from unnest(
    cast(:lines as bigint[]), cast(:changes as text[]), cast(:ranks as int[]), cast(:ahead as int[]), cast(:supplies as text[]),
    cast(:rules as text[]), cast(:triggers as text[]), cast(:before as text[]), cast(:after as text[]), cast(:needed as text[])
) with ordinality as decided (line_id, change, rank, units_ahead, supply, rule, cause, before, after, needed, n)
order by n

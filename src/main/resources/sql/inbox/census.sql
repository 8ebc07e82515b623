-- What the guards ask: lines that do not go on, and what of the stock at the named locations would fall to zero.
with counted as (
    select
        count(*) filter (where verdict in ('unknown', 'twin', 'nowhere', 'orphan')) as stopped,
        count(*) filter (where verdict = 'unknown') as unknown,
        count(*) filter (
            where verdict is null and kind in ('inventory', 'absent') and quantity = 0 and before > 0
        ) as to_zero
    from difference
)
select stopped, unknown, to_zero,
    case when to_zero > 0 then (select count(*) from stock where location = any(:locations) and on_hand > 0) else 0 end
        as above_zero
from counted

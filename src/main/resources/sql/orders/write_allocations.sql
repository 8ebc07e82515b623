-- What the lines hold from now on, in place of what they held.
with gone as (
    delete from allocation where line_id = any(:changed)
    and not (line_id, location, since) in (
        select line_id, location, cast(since as timestamptz)
        from unnest(cast(:lines as bigint[]), cast(:locations as text[]), cast(:since as text[])) as held (line_id, location, since))
)
insert into allocation (line_id, location, since, quantity)
select line_id, location, cast(since as timestamptz), quantity
from unnest(cast(:lines as bigint[]), cast(:locations as text[]), cast(:since as text[]), cast(:quantities as int[]))
    as held (line_id, location, since, quantity)
on conflict (line_id, location, since) do update set quantity = excluded.quantity

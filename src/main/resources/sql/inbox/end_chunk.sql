-- Adds up what a document has caused; with its last chunk it has been applied. No row where the claim is lost. This comes
-- last in a chunk's transaction, because lanes wait for each other here.
with sum as (
    select id, chunks_done + 1 = chunks as last,
        jsonb_build_object(
            'stock_changes', coalesce(cast(told ->> 'stock_changes' as int), 0) + :stock_changes,
            'refilled', coalesce(cast(told ->> 'refilled' as int), 0) + :refilled,
            'lost', coalesce(cast(told ->> 'lost' as int), 0) + :lost,
            'promises_moved', coalesce(cast(told ->> 'promises_moved' as int), 0) + :promises_moved
        ) as told
    from document
    where id = :document and lease = :lease and status = 'staged'
    for update
)
update document
set chunks_done = chunks_done + 1, told = sum.told,
    held_rows = held_rows + :held, problems = problems + :problems,
    status = case when sum.last then 'applied' else 'staged' end,
    ended_at = case when sum.last then now() end,
    lease = case when not sum.last then document.lease end,
    lease_until = case when not sum.last then now() + interval '30 seconds' end
from sum
where document.id = sum.id
returning document.status, document.problems, cast(document.told ->> 'stock_changes' as int) as stock_changes,
    cast(document.told ->> 'refilled' as int) as refilled, cast(document.told ->> 'lost' as int) as lost,
    cast(document.told ->> 'promises_moved' as int) as promises_moved

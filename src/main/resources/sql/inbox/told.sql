-- What an applied document has caused; no row as long as it is not applied.
select coalesce(cast(told ->> 'stock_changes' as int), 0) as stock_changes, coalesce(cast(told ->> 'refilled' as int), 0) as refilled,
    coalesce(cast(told ->> 'lost' as int), 0) as lost, coalesce(cast(told ->> 'promises_moved' as int), 0) as promises_moved
from document
where id = :document and status = 'applied'

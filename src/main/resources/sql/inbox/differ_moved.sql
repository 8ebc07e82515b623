-- Counts that agree with stock now but not with the stock of their moment: movements after it come on top.
insert into difference (message, seq, at, kind, name, sku, location, quantity, before, as_of, record)
with moved as (
    select distinct sku, location
    from movement
    where location = any(:counted) and effective_at > cast(:earliest as timestamptz)
)
select s.message, s.seq, coalesce(s.at, 'line ' || s.seq), 'inventory', s.sku, s.sku, s.location, s.quantity, k.on_hand,
    m.as_of, s.record
from (select stage.*, (cast(:places as text[]))[place] as location from stage) s
join moved on moved.sku = s.sku and moved.location = s.location
join stock k on k.sku = s.sku and k.location = s.location
join document_message m on m.document_id = :document and m.n = s.message
where s.message = any(:messages) and s.quantity is not null
    and not exists (select from difference d where d.message = s.message and d.seq = s.seq)

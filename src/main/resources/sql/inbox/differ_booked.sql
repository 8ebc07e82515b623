-- Statements of suppliers that agree with stock, of what they also send to customers: units that they booked by then are
-- deducted no more.
insert into difference (message, seq, at, kind, name, sku, location, quantity, before, as_of, record)
with sent as (
    select distinct order_line.sku, released.location
    from released join order_line on order_line.id = released.line_id
    where released.location = any(:stated) and released.booked < released.quantity
)
select s.message, s.seq, coalesce(s.at, 'line ' || s.seq), 'inventory', s.sku, s.sku, s.location, s.quantity, k.on_hand,
    m.as_of, s.record
from (select stage.*, (cast(:places as text[]))[place] as location from stage) s
join sent on sent.sku = s.sku and sent.location = s.location
join stock k on k.sku = s.sku and k.location = s.location
join document_message m on m.document_id = :document and m.n = s.message
where s.message = any(:messages) and s.quantity is not null
    and not exists (select from difference d where d.message = s.message and d.seq = s.seq)

-- Statements of what is expected. Each is new: a repeated one says that nothing was taken off it since. Of a purchase order
-- with another supplier only a warehouse may speak.
insert into difference (message, seq, at, kind, name, sku, location, quantity, as_of, record, verdict)
select s.message, s.seq, coalesce(s.at, 'line ' || s.seq), 'inbound', s.sku, i.sku,
    coalesce(s.location, po.location, :warehouse), s.quantity, m.as_of, s.record,
    case
        when po.partner <> :partner and not exists (select from partner where code = :partner and 'warehouse' = any(kinds)) then 'orphan'
        when coalesce(s.location, po.location, :warehouse) is null then 'nowhere'
    end
from (select stage.*, (cast(:places as text[]))[place] as location from stage) s
join document_message m on m.document_id = :document and m.n = s.message
left join item i on i.sku = s.sku
left join purchase_order po on po.number = substring(s.record ->> 'ref' from '^(.*)/[^/]*$')
where s.message = any(:messages) and s.quantity is not null

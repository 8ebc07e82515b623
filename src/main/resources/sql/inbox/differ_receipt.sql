-- Goods receipts; each counts once, by its reference. A line that names no PO line is looked up by its SKU.
insert into difference (message, seq, at, kind, name, sku, location, unit, quantity, as_of, record, verdict)
select s.message, s.seq, coalesce(s.at, 'line ' || s.seq), 'receipt', s.sku, i.sku,
    coalesce(s.location, po.location, :own, :warehouse), s.record ->> 'ref', s.quantity, m.as_of,
    jsonb_strip_nulls(s.record || jsonb_build_object('line', coalesce(s.record ->> 'line', ordered.line))),
    case when coalesce(s.location, po.location, :own, :warehouse) is null then 'nowhere' end
from (select stage.*, (cast(:places as text[]))[place] as location from stage) s
join document_message m on m.document_id = :document and m.n = s.message
left join item i on i.sku = s.sku
left join purchase_order po on po.number = s.record ->> 'po'
left join lateral (
    select l.line
    from purchase_order_line l
    where l.number = s.record ->> 'po' and s.record ->> 'line' is null and l.sku = s.sku
    order by l.line
    limit 1
) ordered on true
where s.message = any(:messages) and s.quantity is not null

-- Shipment notices. A line that names no SKU or no PO line takes them from the purchase order. Of one with
-- another supplier only a warehouse may speak.
insert into difference (message, seq, at, kind, name, sku, unit, quantity, as_of, record, verdict)
select s.message, s.seq, coalesce(s.at, 'line ' || s.seq), 'shipment', s.sku,
    coalesce(i.sku, case when s.sku is null then ordered.sku end),
    s.record ->> 'shipment', s.quantity, m.as_of,
    s.record || jsonb_build_object('line', coalesce(s.record ->> 'line', ordered.line)),
    case
        when s.record ->> 'po' is null or coalesce(s.record ->> 'line', ordered.line) is null then 'orphan'
        when po.partner <> :partner and not exists (select from partner where code = :partner and 'warehouse' = any(kinds)) then 'orphan'
    end
from stage s
join document_message m on m.document_id = :document and m.n = s.message
left join item i on i.sku = s.sku
left join purchase_order po on po.number = s.record ->> 'po'
left join lateral (
    select l.line, l.sku
    from purchase_order_line l
    where l.number = s.record ->> 'po' and (l.line = s.record ->> 'line' or s.record ->> 'line' is null and l.sku = s.sku)
    order by l.line
    limit 1
) ordered on true
where s.message = any(:messages) and s.quantity is not null

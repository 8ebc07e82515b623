-- Goods receipts; each counts once, by its reference. A line that names no PO line is looked up by its SKU.
insert into difference (message, seq, at, kind, name, sku, location, unit, quantity, as_of, record, verdict)
with spoken as (
    select s.message, s.seq, s.at, s.sku as name, coalesce(own.sku, gtin.sku, alias.sku, i.sku) as sku,
        s.location, s.quantity, s.record
    from stage s
    left join item_supplier own on own.partner = :partner and own.supplier_sku = s.sku
    left join item_gtin gtin on gtin.gtin = s.sku
    left join item_alias alias on alias.alias = s.sku
    left join item i on i.sku = s.sku
    where s.message = any(:messages) and s.quantity is not null
)
select s.message, s.seq, s.at, 'receipt', s.name, s.sku, coalesce(s.location, po.location, :own, :warehouse),
    s.record ->> 'ref', s.quantity, m.as_of,
    jsonb_strip_nulls(s.record || jsonb_build_object('line', coalesce(s.record ->> 'line', ordered.line))),
    case when coalesce(s.location, po.location, :own, :warehouse) is null then 'nowhere' end
from spoken s
join document_message m on m.document_id = :document and m.n = s.message
left join purchase_order po on po.number = s.record ->> 'po'
left join lateral (
    select l.line
    from purchase_order_line l
    where l.number = s.record ->> 'po' and s.record ->> 'line' is null and l.sku = s.sku
    order by l.line
    limit 1
) ordered on true

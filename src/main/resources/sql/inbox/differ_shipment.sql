-- Shipment notices. A line that names no SKU or no PO line takes them from the purchase order; of one that goes to a customer,
-- the line is known by its name, unless the SKU says otherwise, else by its SKU, and must be there. Of a purchase order with
-- another supplier only a warehouse may speak, and who only sells by dropship must know the purchase order.
insert into difference (message, seq, at, kind, name, sku, unit, quantity, as_of, record, verdict)
with noticed as (
    select s.message, s.seq, coalesce(s.at, 'line ' || s.seq) as at, s.sku as named, i.sku, s.quantity, m.as_of, s.record,
        po.kind = 'dropship' as dropship, ordered.line, ordered.sku as ordered,
        case
            when s.record ->> 'po' is null or coalesce(s.record ->> 'line', ordered.line) is null then 'orphan'
            when po.kind = 'dropship' and ordered.line is null then 'orphan'
            when po.number is null and not speaks.of_us then 'orphan'
            when po.partner <> :partner and not speaks.of_others then 'orphan'
        end as verdict
    from stage s
    join document_message m on m.document_id = :document and m.n = s.message
    cross join (
        select coalesce(bool_or('warehouse' = any(kinds)), false) as of_others,
            coalesce(bool_or(not kinds = array['dropship']), true) as of_us
        from partner where code = :partner
    ) speaks
    left join item i on i.sku = s.sku
    left join purchase_order po on po.number = s.record ->> 'po'
    left join lateral (
        select l.line, l.sku
        from purchase_order_line l
        where l.number = s.record ->> 'po'
          and case when po.kind = 'dropship'
              then l.line = s.record ->> 'line' and (i.sku is null or l.sku = i.sku) or l.sku = i.sku
              else l.line = s.record ->> 'line' or s.record ->> 'line' is null and l.sku = s.sku
          end
        order by l.line = s.record ->> 'line' desc nulls last, l.line
        limit 1
    ) ordered on true
    where s.message = any(:messages) and s.quantity is not null
)
select message, seq, at, 'shipment',
    case when verdict is null or record ->> 'po' is null then named
        else concat_ws(' line ', record ->> 'po', record ->> 'line') end,
    case when verdict is not null then coalesce(sku, '')
        when dropship then ordered
        else coalesce(sku, case when named is null then ordered end) end,
    record ->> 'shipment', quantity, as_of,
    record || jsonb_build_object('line', case when dropship then line else coalesce(record ->> 'line', line) end),
    verdict
from noticed

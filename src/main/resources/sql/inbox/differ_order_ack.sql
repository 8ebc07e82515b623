-- Answers to purchase orders with this partner: to a line by its name, unless the SKU says otherwise, else by its SKU; a whole
-- answer is one to each line that the document does not answer itself.
insert into difference (message, seq, at, kind, name, sku, unit, quantity, as_of, record, verdict)
with answer as (
    select s.message, s.seq, coalesce(s.at, 'line ' || s.seq) as at, s.record, i.sku,
        m.as_of, po.number, coalesce(cast(s.record ->> 'whole' as boolean), false) as whole
    from stage s
    join document_message m on m.document_id = :document and m.n = s.message
    left join item i on i.sku = s.sku
    left join purchase_order po on po.number = s.record ->> 'po' and po.partner = :partner
    where s.message = any(:messages) and s.quantity is not null
),
matched as (
    select answer.*, line.line, line.sku as ordered
    from answer
    left join lateral (
        select l.line, l.sku
        from purchase_order_line l
        where not answer.whole and l.number = answer.number
          and (l.line = answer.record ->> 'line' and (answer.sku is null or l.sku = answer.sku) or l.sku = answer.sku)
        order by l.line = answer.record ->> 'line' desc nulls last, l.line
        limit 1
    ) line on true
),
spread as (
    select matched.message, matched.seq, matched.at, matched.record, matched.as_of, matched.number, matched.line, matched.ordered
    from matched where not whole
    union all
    select matched.message, matched.seq, matched.at, matched.record, matched.as_of, matched.number, l.line, l.sku
    from matched left join purchase_order_line l on l.number = matched.number
    where whole and not exists (
        select from matched as named where not named.whole and named.number = l.number and named.line = l.line)
)
select message, seq, at, 'order-ack', concat_ws(' line ', record ->> 'po', record ->> 'line'), coalesce(ordered, ''), record ->> 'po',
    cast(record ->> 'quantity' as int), as_of, record || jsonb_build_object('line', line),
    case when line is null then 'orphan' end
from spread

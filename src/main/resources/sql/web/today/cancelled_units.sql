-- Units that a customer cancelled after they were ordered, and that the partner has neither rejected nor shipped. A document
-- that is never sent asks nobody for them.
select document.id::text as ref, 'PO ' || line.number || ', line ' || line.line as what, purchase_order.partner,
    asked.units || ' of ' || line.sku || ': cancelled by the customer, and the partner may still send '
        || case when asked.units = 1 then 'it' else 'them' end as detail,
    coalesce(purchase_order.sent_at, document.received_at) as since, (count(*) over ())::int as total
from purchase_order_line as line
join purchase_order on purchase_order.number = line.number
join document on document.id = purchase_order.document_id and document.status <> 'rejected'
cross join lateral (
    select coalesce(sum(notice.quantity), 0) as units
    from notice
    where notice.po = line.number and notice.line = line.line
) as shipped
cross join lateral (
    select least(line.cancelled - greatest(0, line.rejected - line.freed), line.quantity - line.rejected - shipped.units) as units
) as asked
where line.cancelled > 0 and asked.units > 0
order by line.number, line.line
limit :limit

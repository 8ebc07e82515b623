-- Dropship purchase orders that are cut and that could not be written, or that no route has taken.
select purchase_order.partner as ref, 'PO ' || purchase_order.number as what, purchase_order.partner,
    coalesce('not written: ' || purchase_order.unwritten,
        'cut and not written: no route of ' || purchase_order.partner || ' takes purchase orders') as detail,
    purchase_order.cut_at as since, (count(*) over ())::int as total
from purchase_order
where purchase_order.kind = 'dropship' and purchase_order.document_id is null
    and purchase_order.cut_at < now() - interval '1 minute'
    and exists (select from purchase_order_line as line where line.number = purchase_order.number and line.quantity > 0)
order by purchase_order.cut_at
limit :limit

-- Dropship purchase orders that their partner has not answered in the time it has.
select coalesce(purchase_order.document_id::text, '') as ref, 'PO ' || purchase_order.number as what, purchase_order.partner,
    'no answer since it was sent; the partner has ' || lower(ltrim(partner.file #>> '{dropship,ack_within}', 'PT')) as detail,
    purchase_order.sent_at as since, (count(*) over ())::int as total
from purchase_order
join partner on partner.code = purchase_order.partner
where purchase_order.sent_at is not null and purchase_order.answered_at is null
    and not exists (select from document where document.id = purchase_order.document_id and document.status = 'rejected')
    and exists (select from purchase_order_line as line where line.number = purchase_order.number and line.quantity > line.shipped)
    and purchase_order.sent_at + cast(partner.file #>> '{dropship,ack_within}' as interval) < now()
order by purchase_order.sent_at
limit :limit

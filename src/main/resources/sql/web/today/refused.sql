-- What we sent and the partner did not take.
select id::text as ref, name as what, partner,
    coalesce(reason, 'refused by the partner') || coalesce('; its ' || waiting.units || ' units wait', '') as detail,
    coalesce(sent_at, received_at) as since, (count(*) over ())::int as total
from document
left join lateral (
    select nullif(sum(line.quantity - line.cancelled - line.freed - line.shipped), 0) as units
    from purchase_order join purchase_order_line as line using (number)
    where purchase_order.document_id = document.id
) as waiting on true
where status = 'refused'
order by id desc
limit :limit

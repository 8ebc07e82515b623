-- Lines of purchase orders for which the partner offers another item.
select line.sku as ref, 'PO ' || line.number || ', line ' || line.line as what, purchase_order.partner,
    line.undecided || ' of ' || line.sku || ': the partner offers another item instead'
        || coalesce(', ' || offer.substitute_sku, '') as detail,
    offer.answered_at as since, (count(*) over ())::int as total
from purchase_order_line as line
join purchase_order on purchase_order.number = line.number
left join lateral (
    select substitute_sku, answered_at
    from purchase_order_answer as answer
    where answer.number = line.number and answer.line = line.line and answer.action = 'substitute'
    order by answered_at desc
    limit 1
) as offer on true
where line.undecided > 0
order by line.number, line.line
limit :limit

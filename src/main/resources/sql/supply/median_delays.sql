-- How many days after its ETA a supplier's line usually comes in: the median over lines received of the orders of a year.
with arrival as (
    select
        purchase_order.partner,
        cast(min(receipt.received_at) as date)
            - coalesce(min(notice.eta), min(purchase_order_line.eta)) as days
    from purchase_order
    join purchase_order_line using (number)
    join receipt_line on receipt_line.po = purchase_order_line.number and receipt_line.line = purchase_order_line.line
    join receipt on receipt.id = receipt_line.receipt_id
    left join notice on notice.po = purchase_order_line.number and notice.line = purchase_order_line.line
    where purchase_order.partner = any(:partners) and purchase_order.created_at > now() - interval '1 year'
    group by purchase_order.partner, purchase_order_line.number, purchase_order_line.line
)
select partner, greatest(0, percentile_disc(0.5) within group (order by days)) as days
from arrival
where days is not null
group by partner

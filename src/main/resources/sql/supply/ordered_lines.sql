-- Lines of purchase orders as ordered, with what partners' answers and shipments came to so far.
select purchase_order_line.number, purchase_order_line.line, purchase_order_line.sku, purchase_order_line.quantity,
    purchase_order.partner, purchase_order.kind = 'dropship' as dropship, purchase_order.location, purchase_order.order_id,
    purchase_order_line.line_id, purchase_order_line.acknowledged, purchase_order_line.rejected, purchase_order_line.undecided,
    purchase_order_line.leaves, purchase_order_line.cancelled, purchase_order_line.freed, purchase_order_line.shipped,
    coalesce(cast(partner.file ->> 'transit_days' as int), 0) as transit_days,
    booking.booked_from,
    purchase_order_line.by_call - (
        select cast(coalesce(sum(notice.by_call), 0) as int) from notice
        where notice.po = purchase_order_line.number and notice.line = purchase_order_line.line) as unnoticed
from purchase_order_line
join purchase_order using (number)
join booking using (number)
join partner on partner.code = purchase_order.partner
where purchase_order_line.number = any(:numbers)
order by purchase_order_line.number, purchase_order_line.line

-- What is open of the purchase orders of a document is freed: nobody is asked for it.
with open as (
    select purchase_order.number, purchase_order.partner, purchase_order.location, purchase_order.order_id,
        purchase_order_line.line, purchase_order_line.line_id,
        purchase_order_line.quantity - purchase_order_line.cancelled - purchase_order_line.freed - purchase_order_line.shipped as units
    from purchase_order join purchase_order_line using (number)
    where purchase_order.document_id = :document and purchase_order.order_id is not null and purchase_order_line.line_id is not null
),
freed as (
    update purchase_order_line set freed = purchase_order_line.freed + open.units
    from open
    where purchase_order_line.number = open.number and purchase_order_line.line = open.line and open.units > 0
)
select number, partner, location, order_id, line_id, units from open where units > 0 order by number, line

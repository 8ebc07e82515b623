-- Purchase orders that nothing is left of; nobody was told of them.
delete from purchase_order
where number = any(:numbers) and not exists (select from purchase_order_line where purchase_order_line.number = purchase_order.number)

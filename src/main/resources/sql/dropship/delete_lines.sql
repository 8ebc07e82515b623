-- Lines that nothing is ordered of any more, before anything was written.
delete from purchase_order_line where number = any(:numbers) and quantity = 0

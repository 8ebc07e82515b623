-- Locks purchase orders in key order, after the SKUs of their lines.
select number from purchase_order where number = any(:numbers) order by number for no key update

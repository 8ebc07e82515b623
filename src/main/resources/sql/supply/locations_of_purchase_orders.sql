-- Suppliers' locations from which dropship purchase orders are sent to customers.
select distinct location from purchase_order where number = any(:numbers) and kind = 'dropship' and location is not null

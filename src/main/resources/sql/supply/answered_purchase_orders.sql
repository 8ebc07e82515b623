-- Those of the purchase orders to which partners answered.
select distinct number from purchase_order_answer where number = any(:numbers) order by number

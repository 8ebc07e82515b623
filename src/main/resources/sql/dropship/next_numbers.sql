-- Numbers for new purchase orders; one that somebody gave to a purchase order of his own is passed over.
select number
from (select 'D' || nextval('purchase_order_number') as number from generate_series(1, :count)) as next
where not exists (select from purchase_order where purchase_order.number = next.number)

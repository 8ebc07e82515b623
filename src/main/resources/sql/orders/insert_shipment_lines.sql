-- What is in a parcel.
insert into order_shipment_line (shipment_id, line_id, quantity)
select :shipment, line_id, quantity
from unnest(cast(:lines as bigint[]), cast(:quantities as int[])) as packed (line_id, quantity)

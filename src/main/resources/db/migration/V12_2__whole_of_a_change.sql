-- What of a change may not be split over two chunks: its shipment, its receipt, its purchase order or its SKU.
create function whole(change) returns text language sql immutable as $$
    select case $1.kind when 'shipment' then $1.record ->> 'shipment' when 'receipt' then $1.record ->> 'ref'
        when 'order-ack' then $1.record ->> 'po' else $1.sku end
$$;

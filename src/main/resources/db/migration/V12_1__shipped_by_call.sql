-- A person may say that units have left a dropship partner before the partner does; its notice of the same units is recognised.
alter table purchase_order_line
    add column by_call int not null default 0 check (by_call between 0 and shipped);   -- of shipped: units that a call said have left
alter table notice
    add column by_call int not null default 0 check (by_call between 0 and taken);     -- of taken: units that a call had shipped before

-- Since when a partner's inventories leave out the units of a purchase order (partner.yaml, `dropship: {books}`); null: as they ship.
create view booking as
select purchase_order.number,
    case partner.file -> 'dropship' ->> 'books'
        when 'on_send' then coalesce(purchase_order.sent_at, purchase_order.answered_at)
        when 'on_ack' then purchase_order.answered_at
    end as booked_from
from purchase_order
join partner on partner.code = purchase_order.partner;

create or replace view dropship_unit as
select purchase_order_line.line_id, purchase_order.location,
    purchase_order_line.quantity - purchase_order_line.cancelled - purchase_order_line.freed - purchase_order_line.shipped as units,
    booking.booked_from
from purchase_order_line
join purchase_order using (number)
join booking using (number)
where purchase_order_line.line_id is not null and purchase_order.document_id is not null
  and purchase_order_line.quantity > purchase_order_line.cancelled + purchase_order_line.freed + purchase_order_line.shipped;

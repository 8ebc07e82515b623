-- What partners' answers and shipments come to for each line of a purchase order: derived from the facts, but for what
-- was done to the customer's line by them.
alter table purchase_order_line
    add column acknowledged int,                           -- units that the partner will send; null until it has answered
    add column rejected int not null default 0,            -- units that it will not send
    add column undecided int not null default 0,           -- units for which it offers another item
    add column leaves date,                                -- when the last of its units leaves, as far as answers name a day; infinity: nobody knows
    add column freed int not null default 0,               -- dropship: rejected units that the customer's line got back
    add column shipped int not null default 0,             -- dropship: units that shipped the customer's line
    add check (freed >= 0 and shipped >= 0);

-- A line that is ordered no more takes its answers with it.
alter table purchase_order_answer
    drop constraint purchase_order_answer_number_line_fkey,
    add foreign key (number, line) references purchase_order_line on delete cascade;

alter table notice add column taken int not null default 0;   -- dropship: units of it that shipped the customer's line

-- A parcel that a partner told us of is known by its reference.
alter table order_shipment add column partner text collate "C" references partner, add column reference text collate "C";
create unique index on order_shipment (partner, reference, order_id, location) where reference is not null;

-- A denial takes from a supplier's on hand what it could not send.
alter table movement drop constraint movement_kind_check,
    add constraint movement_kind_check check (kind in ('count', 'adjustment', 'receipt', 'shipment', 'inventory', 'denial'));
create index movement_of_partner on movement (sku, location, effective_at) where kind in ('shipment', 'denial');

-- Units with dropship partners, and since when the partner's inventories leave them out (partner.yaml, `dropship: {books}`).
-- Those booked when they ship are released no more by then.
create view dropship_unit as
select purchase_order_line.line_id, purchase_order.location,
    purchase_order_line.quantity - purchase_order_line.freed - purchase_order_line.shipped as units,
    case partner.file -> 'dropship' ->> 'books'
        when 'on_send' then coalesce(purchase_order.sent_at, purchase_order.answered_at)
        when 'on_ack' then purchase_order.answered_at
    end as booked_from
from purchase_order_line
join purchase_order using (number)
join partner on partner.code = purchase_order.partner
where purchase_order_line.line_id is not null and purchase_order.document_id is not null
  and purchase_order_line.quantity > purchase_order_line.freed + purchase_order_line.shipped;

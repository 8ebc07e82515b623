-- Dropship purchase orders are cut from what customers' lines hold at a supplier's location, and written for the supplier.
create sequence purchase_order_number start 100001;

alter table purchase_order
    add column unwritten text,                             -- why it could not be written: one sentence for a person
    add column tried_at timestamptz,                       -- when that was
    add column tried_with bytea;                           -- the version of the mapping that failed
-- What was cut and is not written yet grows with its order; there is one, however many nodes cut.
create unique index purchase_order_to_write on purchase_order (order_id, location) where order_id is not null and document_id is null;

-- Units that the customer cancelled after the purchase order was written: the partner may ship them all the same.
alter table purchase_order_line add column cancelled int not null default 0 check (cancelled between 0 and quantity);

create index on allocation (location, line_id);

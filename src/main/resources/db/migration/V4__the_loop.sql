-- The loop closes: what we send is a document too, partners answer purchase orders, and feeds that fail or stay away are seen.

-- Out: kept until a route has sent it, then sent; what is answered ends acknowledged or refused (docs/states.md).
alter table document
    add column kind text,                                  -- of what we send: purchase-order, ack, report
    add column answers bigint references document,         -- of an ack or report: the document it answers
    add column sent_at timestamptz,
    add column next_at timestamptz,                        -- out: when the next try is due, after one that failed
    drop constraint document_status_check,
    drop constraint document_check1,
    add constraint document_status check (status in ('kept', 'staged', 'held', 'applied', 'ignored', 'rejected', 'duplicate',
        'sent', 'acknowledged', 'refused')),
    add constraint document_in check (direction = 'out' or kind is null and answers is null and sent_at is null
        and status not in ('sent', 'acknowledged', 'refused')),
    add constraint document_out check (direction = 'in' or kind is not null
        and status in ('kept', 'sent', 'acknowledged', 'refused', 'rejected')),
    add constraint document_ended check (direction = 'out'
        or (status in ('applied', 'ignored', 'rejected', 'duplicate')) = (ended_at is not null));
create index on document (partner, kind, id) where direction = 'out' and status = 'kept';
create index on document (answers) where answers is not null;

-- The last interchange control number that we gave to a partner.
create table control_number (
    partner text collate "C" primary key references partner,
    last    bigint not null check (last > 0)
);

-- A dropship purchase order is cut from one customer's order for one supplier's location (allocation.md, rule 11).
alter table purchase_order
    add column order_id bigint references orders,
    add column cut_at timestamptz,
    add column document_id bigint references document,     -- what was written for the partner; its units are released with it
    add column sent_at timestamptz,
    add column answered_at timestamptz;                    -- the partner's first answer to any of its lines
create index on purchase_order (order_id) where order_id is not null;
create index on purchase_order (partner, cut_at) where kind = 'dropship' and document_id is null;
alter table purchase_order_line add column line_id bigint references order_line;
create index on purchase_order_line (line_id) where line_id is not null;

-- What partners answered to lines of purchase orders: facts, one row a record of a document.
create table purchase_order_answer (
    number         text collate "C" not null,
    line           text collate "C" not null,
    document_id    bigint not null references document,
    n              int not null,                           -- order within the document
    position       text not null,
    action         text not null check (action in ('accept', 'backorder', 'reject', 'substitute', 'price_change', 'reschedule')),
    quantity       int check (quantity >= 0),
    date           date,
    date_kind      text,
    substitute_sku text collate "C",
    price          text,
    answered_at    timestamptz not null,
    primary key (number, line, document_id, n),
    foreign key (number, line) references purchase_order_line
);

-- A partner that rejected a line does not supply it again.
create table passed_over (
    line_id     bigint not null references order_line,
    location    text collate "C" not null references location,
    document_id bigint,
    position    text,
    at          timestamptz not null default now(),
    primary key (line_id, location)
);

-- Released units that the supplier's inventory already leaves out are booked: they are not deducted a second time.
alter table released add column booked int not null default 0 check (booked between 0 and quantity);

-- A feed that cannot be read at the moment; the row goes when it can be read again.
create table feed_trouble (
    route   text primary key,                              -- id of the route
    partner text collate "C" not null,
    detail  text not null,                                 -- one sentence for a person
    since   timestamptz not null default now(),
    last_at timestamptz not null default now(),
    times   int not null default 1
);

-- Feeds whose mapping says when documents are expected.
create table feed_watch (
    partner    text collate "C" not null,
    mapping    text collate "C" not null,
    due_at     timestamptz not null,                       -- when the next document is expected
    late_since timestamptz,                                -- told as late: due_at and the grace have passed
    primary key (partner, mapping)
);

-- The whole first path: who we talk to, what we sell, where it lies, who waits for it, what arrived, what was told.
-- Keys are the words that outsiders use (codes, SKUs) under COLLATE "C": one name for a thing everywhere, and byte order is the lock order.

create table partner (
    code          text collate "C" primary key,
    name          text not null,
    kinds         text[] not null default '{}' check (kinds <@ array['supplier', 'dropship', 'warehouse']),
    public_keys   text[] not null default '{}',
    password_hash text,
    file          jsonb                                    -- what mappings/CODE/partner.yaml says; it wins over PUT
);

create table location (
    code          text collate "C" primary key,
    kind          text not null check (kind in ('warehouse', 'supplier')),
    partner       text collate "C" references partner,
    handling_days int  not null default 0 check (handling_days >= 0),
    rank          int  not null default 100,
    zone          text not null default 'UTC',
    working_days  text[] check (working_days <@ array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
    cutoff        time,
    full_as_of    timestamptz,                             -- moment of the last full inventory of this location: it speaks for every row of stock with absent = 0
    check (kind = 'warehouse' or partner is not null)
);

create table storefront (
    code text collate "C" primary key,
    name text not null
);

create table api_key (
    id         text primary key,
    name       text not null,
    scope      text not null,
    key_hash   bytea not null unique,                      -- SHA-256 of the key; the key itself is shown once
    created_at timestamptz not null default now(),
    revoked_at timestamptz
);

create table idempotency (
    api_key    text not null references api_key,
    key        text not null,
    request    bytea not null,                             -- SHA-256 of method, path, query and body
    status     int not null,
    answer     bytea not null,                             -- the body, sealed: some hold a secret that is shown once
    created_at timestamptz not null default now(),
    primary key (api_key, key)
);
create index on idempotency (created_at);

-- The item's row is also the lock of its SKU: every writer of stock, demand or plan takes it first, in key order.
create table item (
    sku               text collate "C" primary key,
    name              text not null,
    status            text not null default 'active' check (status in ('active', 'preorder', 'discontinued')),
    release_date      date,
    backorder_allowed boolean not null default true,
    backorder_limit   int check (backorder_limit >= 0),
    safety_stock      int not null default 0 check (safety_stock >= 0),
    reorder_point     int check (reorder_point >= 0),
    substitutes       text[] not null default '{}',
    available         int not null default 0,              -- as last told
    availability      text not null default 'out_of_stock' check (availability in ('in_stock', 'backorder', 'preorder', 'out_of_stock', 'discontinued')),
    next_date         date,
    changed_at        timestamptz not null default now()
) with (fillfactor = 70);

create table item_gtin (
    gtin text collate "C" primary key,
    sku  text collate "C" not null references item
);
create index on item_gtin (sku);

create table item_alias (
    alias text collate "C" primary key,
    sku   text collate "C" not null references item
);
create index on item_alias (sku);

create table item_supplier (
    sku          text collate "C" not null references item,
    partner      text collate "C" not null references partner,
    supplier_sku text collate "C" not null,
    pack         int not null default 1 check (pack > 0),
    lead_days    int,
    dropship     boolean not null default false,
    rank         int not null default 100,
    cost         jsonb,
    primary key (sku, partner)
);
create unique index on item_supplier (partner, supplier_sku);

-- What a feed (one partner, one mapping, one kind of record) said last: for guards, for `older`, for duplicates.
create table feed (
    partner     text collate "C" not null,
    mapping     text collate "C" not null,
    kind        text not null,
    document_id bigint,
    as_of       timestamptz,
    rows        int,
    arrived_at  timestamptz,
    primary key (partner, mapping, kind)
);

create table stock (
    sku       text collate "C" not null references item,
    location  text collate "C" not null references location,
    on_hand   int not null check (on_hand >= 0),
    as_of     timestamptz,                                 -- of the last count or inventory that changed it
    absent    int not null default 0,                      -- how many full feeds in a row did not name it
    primary key (sku, location)
) with (fillfactor = 80);
create index on stock (location, sku);

-- On hand is the sum of these, always.
create table movement (
    id           bigint generated always as identity primary key,
    sku          text collate "C" not null,
    location     text collate "C" not null,
    quantity     int not null check (quantity <> 0),
    kind         text not null check (kind in ('count', 'adjustment', 'receipt', 'shipment', 'inventory')),
    effective_at timestamptz not null,
    recorded_at  timestamptz not null default now(),
    document_id  bigint,
    position     text,
    reason       text
);
create index on movement (sku, location, effective_at);
create index on movement using brin (effective_at);

create table orders (
    id         bigint generated always as identity primary key,
    storefront text collate "C" not null references storefront,
    number     text collate "C" not null,
    placed_at  timestamptz not null,
    priority   int not null default 0,
    ship       text not null default 'any' check (ship in ('any', 'line', 'complete')),
    hold       boolean not null default false,
    sold       boolean not null default false,
    ready      boolean not null default false,             -- a `complete` order that has been judged whole (rule 5)
    ship_to    jsonb,
    service    text,
    tags       text[] not null default '{}',
    body_hash  bytea not null,
    created_at timestamptz not null default now(),
    unique (storefront, number)
);

create table order_line (
    id        bigint generated always as identity primary key,
    order_id  bigint not null references orders,
    line      text collate "C" not null,
    sku       text collate "C" not null references item,
    quantity  int not null check (quantity > 0),
    released  int not null default 0 check (released >= 0),
    shipped   int not null default 0 check (shipped >= 0),
    cancelled int not null default 0 check (cancelled >= 0),
    open      int not null generated always as (quantity - released - shipped - cancelled) stored check (open >= 0),
    price     jsonb,
    requested date,
    original  date,
    "current" date,
    schedule  json not null default '[]',                 -- [{"quantity","date"}]: units by the day they leave, as planned last
    exception boolean not null default false,              -- sold although it could be neither filled nor backordered
    whole_on  date,                                        -- of a `complete` order: the day this line alone would be whole
    coverable boolean not null default false,              -- of a `complete` order: whole now, counting the demand ahead (rule 5)
    unique (order_id, line)
) with (fillfactor = 80);
create index on order_line (sku) where quantity - shipped - cancelled > 0;   -- unfinished lines: open ones and released ones; say it so in the query
create index on order_line (order_id);

-- On-hand units reserved for a line; `since` makes them firm (rule 4).
create table allocation (
    line_id  bigint not null references order_line,
    location text collate "C" not null references location,
    since    timestamptz not null,
    quantity int not null check (quantity > 0),
    primary key (line_id, location, since)
);

create table released (
    line_id  bigint not null references order_line,
    location text collate "C" not null references location,
    quantity int not null check (quantity > 0),
    primary key (line_id, location)
);

create table order_shipment (
    id         bigint generated always as identity primary key,
    order_id   bigint not null references orders,
    location   text collate "C" not null references location,
    carrier    text,
    tracking   text[] not null default '{}',
    shipped_at timestamptz not null
);
create index on order_shipment (order_id);

create table order_shipment_line (
    shipment_id bigint not null references order_shipment,
    line_id     bigint not null references order_line,
    quantity    int not null check (quantity > 0),
    primary key (shipment_id, line_id)
);

-- `complete` orders to be judged, and SKUs to be planned again: rows of the transaction that makes it necessary.
create table judgement (
    order_id  bigint primary key references orders,
    marked_at timestamptz not null default now()
);
create table replan (
    sku       text collate "C" primary key references item,
    trigger   jsonb not null,
    marked_at timestamptz not null default now()
);

create table purchase_order (
    number     text collate "C" primary key,
    partner    text collate "C" not null references partner,
    kind       text not null check (kind in ('replenishment', 'dropship')),
    location   text collate "C" references location,
    send       boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()           -- the last time somebody said what is ordered: news of its inbound
);
create table purchase_order_line (
    number   text collate "C" not null references purchase_order,
    line     text collate "C" not null,
    sku      text collate "C" not null references item,
    quantity int not null check (quantity >= 0),
    eta      date,
    final    boolean not null default false,
    primary key (number, line)
);
create index on purchase_order_line (sku);

-- Facts about what is on its way. `inbound` below is derived from them, never patched (allocation.md, rule 8).
create table inbound_statement (
    partner     text collate "C" not null references partner,
    ref         text collate "C" not null,
    sku         text collate "C" not null references item,
    location    text collate "C" not null references location,
    quantity    int not null check (quantity >= 0),
    eta         date,
    as_of       timestamptz not null,
    document_id bigint,
    position    text,
    primary key (partner, ref, sku, location)
);
create index on inbound_statement (sku);
create table notice (
    partner     text collate "C" not null references partner,
    shipment    text collate "C" not null,
    po          text collate "C" not null,
    line        text collate "C" not null,
    sku         text collate "C" not null references item,
    quantity    int not null check (quantity >= 0),
    eta         date,
    shipped     date,
    carrier     text,
    tracking    text[] not null default '{}',
    noticed_at  timestamptz not null,
    document_id bigint,
    position    text,
    primary key (partner, shipment, po, line, sku)
);
create index on notice (po, line);
create table receipt (
    id          bigint generated always as identity primary key,
    location    text collate "C" not null references location,
    ref         text collate "C" not null,
    received_at timestamptz not null,
    document_id bigint,
    unique (location, ref)
);
create table receipt_line (
    receipt_id bigint not null references receipt,
    n          int not null,
    po         text collate "C",
    line       text collate "C",
    sku        text collate "C" not null references item,
    quantity   int not null check (quantity >= 0),
    final      boolean not null default false,
    position   text,
    primary key (receipt_id, n)
);
create index on receipt_line (po, line);

-- Units expected, open ones only count while quantity > 0.
create table inbound (
    id          bigint generated always as identity primary key,
    sku         text collate "C" not null references item,
    location    text collate "C" not null references location,
    ref         text collate "C" not null,
    partner     text collate "C",
    source      text not null check (source in ('po', 'notice', 'statement', 'incoming')),
    po          text collate "C",
    line        text collate "C",
    quantity    int not null check (quantity >= 0),
    eta         date,
    news_at     timestamptz not null,
    found_late  date,                                      -- the day its ETA was found to have passed (rule 9)
    document_id bigint,
    position    text,
    unique (sku, location, ref)
);
create index on inbound (eta) where quantity > 0;

create table peg (
    line_id    bigint not null references order_line,
    inbound_id bigint not null references inbound on delete cascade,
    quantity   int not null check (quantity > 0),
    primary key (line_id, inbound_id)
);
create index on peg (inbound_id);

create table decision (
    id          bigint generated always as identity primary key,
    line_id     bigint not null references order_line,
    at          timestamptz not null,
    change      text not null,
    rank        int not null,
    units_ahead int not null,
    supply      jsonb not null,
    rule        text not null,
    trigger     jsonb not null,
    before      jsonb not null,
    after       jsonb not null,
    needed      jsonb
);
create index on decision (line_id, id);

-- Documents: kept -> staged -> applied, or held / rejected / ignored / duplicate (docs/states.md).
create table document (
    id           bigint generated always as identity primary key,
    direction    text not null default 'in' check (direction in ('in', 'out')),
    partner      text collate "C" not null,
    mapping      text collate "C" not null,
    name         text not null,
    remote_time  timestamptz,                              -- of the remote file; with name and size it makes one drop
    remote_size  bigint,
    sha256       bytea not null,
    size         bigint not null,
    received_at  timestamptz not null default now(),
    status       text not null default 'kept' check (status in ('kept', 'staged', 'held', 'applied', 'ignored', 'rejected', 'duplicate')),
    reason       text,                                     -- why held, rejected, ignored or duplicate: one sentence, or the guard's name first
    controls     text[] not null default '{}',             -- control numbers of its interchanges
    as_of        timestamptz,
    mapping_hash bytea,                                    -- the version of the mapping it was staged with
    accepted     boolean not null default false,           -- a person accepted it: guards are not asked again
    replays      int not null default 0,                   -- asked for by a person: not judged as a duplicate again
    rows         int not null default 0,
    held_rows    int not null default 0,
    problems     int not null default 0,                   -- all of them; the first 10,000 are rows of `problem`
    changes      int not null default 0,
    chunks       int not null default 0,
    chunks_done  int not null default 0,
    attempts     int not null default 0,
    ended_at     timestamptz,
    told         jsonb not null default '{}',              -- what it caused: stock changes, lines refilled, promises moved
    reported_at  timestamptz,                              -- when the report of its problems went to the partner's outbox
    lease        uuid,
    lease_until  timestamptz,
    check (chunks_done <= chunks),
    check ((status in ('applied', 'ignored', 'rejected', 'duplicate')) = (ended_at is not null))
);
create index on document (partner, mapping, id desc);
create index on document (partner, mapping, id) where status in ('kept', 'staged');
create index on document using gin (controls) where controls <> '{}';
-- The same remote file read twice is one drop.
create unique index document_drop on document (partner, mapping, name, remote_time, remote_size, sha256)
    nulls not distinct where remote_time is not null;

create table document_content (
    document_id bigint not null references document,
    n           int not null,
    bytes       bytea not null check (length(bytes) <= 1048576),   -- a slice of one gzip stream
    primary key (document_id, n)
);
alter table document_content alter column bytes set storage external;

create table problem (
    document_id bigint not null references document,
    n           int not null,
    code        text not null,
    at          text not null,
    value       text,
    field       text,
    line        text,                                      -- what became of the line: held, rejected
    write       text not null,
    primary key (document_id, n)
);

-- One row an interchange's message (a CSV file has one), with what its head says.
create table document_message (
    document_id bigint not null references document,
    n           int not null,
    kind        text not null,
    control     text,
    mode        text not null default 'full' check (mode in ('full', 'delta')),
    as_of       timestamptz,
    rows        int not null default 0,
    fallen      boolean not null default false,            -- incomplete or refused: its rows do not count
    primary key (document_id, n)
);

-- What a document would change, in chunks; written once, logged, so that applying can go on after any crash.
create table change (
    document_id bigint not null,
    chunk       int not null,
    seq         int not null,
    at          text not null,
    kind        text not null,
    sku         text collate "C" not null,
    location    text collate "C",
    quantity    int,
    before      int,
    as_of       timestamptz,
    record      jsonb
);
create index on change (document_id, chunk);
create index on change (document_id, seq);

-- What outsiders are told. Append-only; `id` is the sequence within a key, because a key's events are written under its lock.
create table event (
    id         bigint generated always as identity primary key,
    xid        xid8 not null default pg_current_xact_id(),
    type       text not null,
    key        text collate "C" not null,
    storefront text collate "C",
    at         timestamptz not null,
    data       json not null                               -- json, not jsonb: told with the bytes it was written with
);
create index on event (xid);
create index on event using brin (at);

create table webhook (
    id            text primary key,
    url           text not null,
    events        text[] not null,
    storefront    text collate "C",
    description   text,
    secret        bytea not null,                          -- sealed with the installation's key
    old_secret    bytea,
    old_until     timestamptz,
    status        text not null default 'active' check (status in ('active', 'disabled')),
    created_at    timestamptz not null default now(),
    -- Events visible in `upto` but not in `since` are being told, up to event id `after`. Never `id > last` alone.
    since         pg_snapshot not null default pg_current_snapshot(),
    upto          pg_snapshot,
    after         bigint not null default 0,
    failures      int not null default 0,                  -- requests failed in a row, whatever their key
    paused_until  timestamptz,                             -- the endpoint as a whole fails, or asked us to wait
    lease         uuid,
    lease_until   timestamptz
);

-- Keys that failed: their events wait here in order while the lane goes on. The first of a key has a time, those behind
-- it have infinity until it is their turn.
create table delivery_wait (
    webhook_id text not null references webhook on delete cascade,
    key        text collate "C" not null,
    event_id   bigint not null references event,
    attempts   int not null default 0,
    next_at    timestamptz not null,
    dead_at    timestamptz,
    primary key (webhook_id, key, event_id)
);
create index on delivery_wait (webhook_id, next_at) where dead_at is null;

create table attempt (
    webhook_id text not null references webhook on delete cascade,
    event_id   bigint not null,
    at         timestamptz not null,
    status     int,                                        -- null where no answer came: then `error` says why
    error      text,
    millis     int not null,
    primary key (webhook_id, event_id, at)
);

-- People sign in to the pages with a key of the API, and Today asks for what is rare among much.

create table session (
    token_hash bytea primary key,                          -- SHA-256 of what the cookie holds
    api_key    text not null references api_key,
    key_hash   bytea not null,                             -- the key as it was: the first key may be exchanged under its id
    created_at timestamptz not null default now(),
    seen_at    timestamptz not null default now()
);

create index on document (id) where status in ('held', 'refused');
create index on document using brin (received_at);
create index on delivery_wait (webhook_id) where dead_at is not null;
create index on purchase_order (sent_at) where sent_at is not null and answered_at is null;
create index on order_line (id) where exception;
create index on purchase_order (document_id) where document_id is not null;
create index on purchase_order_answer (document_id);
create index on purchase_order_line (number) where undecided > 0;
create index on document (settled_by) where settled_by is not null;

-- What is asked every second or at each step, and grew with all that ever was.
create index on document (id) where reported_at is null and ended_at is not null;
create index on delivery_wait (webhook_id, event_id);
create index on purchase_order (partner);
-- What is deleted by its age.
create index on document (ended_at);
create index on attempt using brin (at);
create index on delivery_wait (event_id);

-- Delivered, or made needless by a newer one: these wait no more.
delete from delivery_wait where webhook_id = :webhook and event_id = any (cast(:ids as bigint[]))

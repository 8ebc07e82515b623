-- Gives a lane back.
update webhook set lease = null, lease_until = null where id = :webhook and lease = :lease

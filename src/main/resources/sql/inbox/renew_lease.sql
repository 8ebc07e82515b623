-- Holds claims for another while.
update document set lease_until = now() + interval '30 seconds' where id = any(:documents) and lease = :lease

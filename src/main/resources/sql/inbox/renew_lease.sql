-- Holds a claim for another while.
update document set lease_until = now() + interval '30 seconds' where id = :document and lease = :lease

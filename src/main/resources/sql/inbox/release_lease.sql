-- Gives a claim back, so that the next look finds the document.
update document set lease = null, lease_until = null where id = :document and lease = :lease

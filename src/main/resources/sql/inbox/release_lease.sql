-- Gives claims back, so that the next look finds the documents.
update document set lease = null, lease_until = null where id = any(:documents) and lease = :lease

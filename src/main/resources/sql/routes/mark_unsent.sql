-- The document could not be sent; it is tried again after so many seconds.
update document
set attempts = attempts + :failures, next_at = now() + make_interval(secs => :seconds), lease = null, lease_until = null
where id = :document and lease = :lease

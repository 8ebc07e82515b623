-- The report lies in the outbox, unless somebody else has taken the document over meanwhile.
update document
set reported_at = now(), lease = null, lease_until = null
where id = :#${exchangeProperty.document} and lease = :#${exchangeProperty.lease}

-- All chunks are in: the document has been applied.
update document
set status = 'applied', ended_at = now(), lease = null, lease_until = null
where id = :document and lease = :lease and status = 'staged' and chunks_done = chunks

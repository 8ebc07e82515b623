-- Takes the next chunk under the claim; no row where the claim is lost or the chunk done.
update document
set chunks_done = :chunk, attempts = 0, lease_until = now() + interval '30 seconds'
where id = :document and lease = :lease and status = 'staged' and chunks_done = :chunk - 1

-- Reads and applies the same bytes again, with the mapping as it is now.
update document
set status = 'kept', accepted = false, replays = replays + 1, reason = null, ended_at = null, attempts = 0,
    lease = null, lease_until = null
where id = :document and direction = 'in' and status in ('held', 'applied', 'ignored', 'rejected', 'duplicate')
    and exists (select from document_content where document_id = :document)

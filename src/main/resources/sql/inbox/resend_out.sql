-- Sends a document of ours again: the same bytes under the same control number, at the next look. That it is due again
-- remembers that it may be with its partner already.
update document
set status = 'kept', reason = null, ended_at = null, attempts = 0, next_at = now()
where id = :document and direction = 'out' and status in ('kept', 'sent', 'acknowledged', 'refused')
    and exists (select from document_content where document_id = :document)

-- Sends a document of ours again: the same bytes under the same control number, at the next look.
update document
set status = 'kept', reason = null, ended_at = null, attempts = 0, next_at = null
where id = :document and direction = 'out' and status in ('kept', 'sent', 'acknowledged', 'refused')
    and exists (select from document_content where document_id = :document)

-- What was said of a document that came in goes to its partner again: the newest acknowledgement or report, the same bytes.
update document
set status = 'kept', reason = null, ended_at = null, attempts = 0, next_at = null
where id = (select max(id) from document where answers = :document)
    and exists (select from document_content where document_id = document.id)

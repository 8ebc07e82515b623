-- Takes an open chunk for this transaction; no row where it has been applied.
delete from document_chunk where document_id = :document and chunk = :chunk

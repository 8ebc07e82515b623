-- One slice of a document's compressed bytes.
select bytes from document_content where document_id = :document and n = :n

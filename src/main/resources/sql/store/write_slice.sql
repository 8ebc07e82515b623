-- One slice of a document's compressed bytes.
insert into document_content (document_id, n, bytes) values (:document, :n, :bytes)

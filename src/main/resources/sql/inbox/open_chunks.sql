-- The chunks of a document that has just been staged are all open.
insert into document_chunk (document_id, chunk) select :document, generate_series(1, :chunks)

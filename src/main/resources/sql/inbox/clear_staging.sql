-- Forgets what an earlier staging of the document found.
with changes as (delete from change where document_id = :document),
    chunks as (delete from document_chunk where document_id = :document),
    messages as (delete from document_message where document_id = :document)
delete from problem where document_id = :document and code <> 'bad_name'

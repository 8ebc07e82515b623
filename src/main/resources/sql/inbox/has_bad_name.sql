-- Whether the name was refused when the document was kept.
select exists (select from problem where document_id = :document and code = 'bad_name')

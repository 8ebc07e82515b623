-- A person rejects a held document.
update document
set status = 'rejected', reason = concat_ws('; ', 'rejected by a person', reason), ended_at = now()
where id = :document and direction = 'in' and status = 'held'

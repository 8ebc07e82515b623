-- Makes the report of a document's problems due again.
update document set reported_at = null where id = :document and direction = 'in' and ended_at is not null and problems > 0

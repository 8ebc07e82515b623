-- What we wrote in answer to a document (acknowledgements, reports), and what it settled of what we sent.
select id, kind, name, status
from document
where answers = :document or settled_by = :document
order by id desc
limit :limit

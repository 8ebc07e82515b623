-- What we wrote in answer to a document: acknowledgements, reports.
select id, kind, name, status
from document
where answers = :document
order by id desc
limit :limit

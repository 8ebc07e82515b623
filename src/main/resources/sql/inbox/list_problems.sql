-- Problems of a document in its order.
select code as problem, at, value, field, line, write from problem where document_id = :document order by n limit :limit

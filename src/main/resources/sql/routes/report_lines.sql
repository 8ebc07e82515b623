-- What was wrong in one document, as its partner reads it.
select n, code, at, value, field, line, write
from problem
where document_id = :#${exchangeProperty.document}
order by n

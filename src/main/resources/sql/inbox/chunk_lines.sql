-- The lines of a chunk, each with what may not be split.
select at, sku, change.whole
from change
where document_id = :document and chunk = :chunk
order by seq

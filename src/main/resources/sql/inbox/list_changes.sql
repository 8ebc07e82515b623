-- What a document changes, in the order in which it is applied.
select seq, kind, sku, location, before, quantity, at, record::text as record
from change
where document_id = :document and seq > :after
order by seq
limit :limit

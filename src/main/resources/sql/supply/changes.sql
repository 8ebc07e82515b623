-- What one chunk of a document says, in the order of the document. Without a moment of its own it speaks of the document's arrival.
select change.at, change.kind, change.sku, change.location, change.quantity,
    coalesce(change.as_of, document.as_of, document.received_at) as as_of, cast(change.record as text) as record,
    coalesce(change.message, 1) as message
from change join document on document.id = change.document_id
where change.document_id = :document and change.chunk = :chunk
order by change.seq

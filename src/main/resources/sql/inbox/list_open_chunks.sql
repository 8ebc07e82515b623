-- The chunks that are still to be applied.
select chunk from document_chunk where document_id = :document order by chunk

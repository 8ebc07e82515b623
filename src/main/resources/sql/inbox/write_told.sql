-- What the document has caused so far.
update document set told = cast(:told as jsonb) where id = :document

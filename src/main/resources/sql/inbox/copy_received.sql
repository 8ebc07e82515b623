-- A document with the same bytes holds the same interchanges.
update document set received = (select received from document where id = :twin) where id = :document

-- The mapping that reads a document.
select mapping from document where id = :document

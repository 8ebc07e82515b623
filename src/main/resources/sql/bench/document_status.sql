-- Where a document stands.
select status from document where id = :document

-- Cuts a chunk that failed down to its SKUs, shipments or receipts, each a chunk of its own behind the others.
with pieces as (
    select ctid as piece, dense_rank() over (
        order by case kind when 'shipment' then record ->> 'shipment' when 'receipt' then record ->> 'ref' else sku end
    ) as n
    from change
    where document_id = :document and chunk = :chunk
), moved as (
    update change
    set chunk = :chunks + pieces.n
    from pieces
    where change.ctid = pieces.piece
    returning pieces.n
)
update document
set chunks = chunks + (select max(n) from moved), chunks_done = :chunk, attempts = 0
where id = :document and lease = :lease and chunks_done = :chunk - 1

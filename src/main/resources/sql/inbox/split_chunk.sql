-- Cuts a chunk that failed down to its SKUs, shipments or receipts, each a chunk of its own behind the others.
with behind as (
    update document set chunks = chunks + :pieces where id = :document and lease = :lease and status = 'staged' returning chunks - :pieces as chunks
), pieces as (
    select ctid as piece, dense_rank() over (order by change.whole) as n
    from change
    where document_id = :document and chunk = :chunk
), moved as (
    update change
    set chunk = behind.chunks + pieces.n
    from pieces, behind
    where change.ctid = pieces.piece
    returning change.chunk
)
insert into document_chunk (document_id, chunk) select distinct :document, chunk from moved
returning chunk

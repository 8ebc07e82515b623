-- Chunks of one document are applied side by side, so how far it has come is a set and not a count.
create table document_chunk (
    document_id bigint not null references document on delete cascade,
    chunk       int not null,
    primary key (document_id, chunk)
);
insert into document_chunk (document_id, chunk)
select id, generate_series(chunks_done + 1, chunks) from document where status = 'staged';

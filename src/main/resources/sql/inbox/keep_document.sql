-- Keeps a document with the first slice of its bytes; answers nothing where this drop is known. A name that is no clean path
-- segment is noted at once.
with kept as (
    insert into document (partner, mapping, name, remote_time, remote_size, sha256, size, problems)
    values (
        :partner, :mapping, :name, cast(:remote_time as timestamptz), :remote_size, :sha256, :size,
        (cast(:bad_name as text) is not null)::int
    )
    on conflict (partner, mapping, name, remote_time, remote_size, sha256) where remote_time is not null do nothing
    returning id
), sliced as (
    insert into document_content (document_id, n, bytes)
    select id, 0, :bytes from kept
), noted as (
    insert into problem (document_id, n, code, at, value, write)
    select id, 0, 'bad_name', 'file name', left(:bad_name, 255), 'a plain file name without folders'
    from kept
    where cast(:bad_name as text) is not null
)
select id from kept

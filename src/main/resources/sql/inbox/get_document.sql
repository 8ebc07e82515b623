-- One document.
select id::text as id, direction, partner, mapping, name, size, encode(sha256, 'hex') as sha256, received_at, status, reason,
    controls, as_of, ended_at, rows, held_rows, changes, problems as problem_count, chunks, chunks_done, told::text as told
from document
where id = :document

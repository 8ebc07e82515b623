-- Documents, newest first, from the one before the cursor.
select id::text as id, direction, partner, mapping, name, size, encode(sha256, 'hex') as sha256, received_at, status, reason,
    controls, as_of, ended_at, rows, held_rows, changes, problems as problem_count, chunks, chunks_done, told::text as told
from document
where (cast(:partner as text) is null or partner = :partner)
    and (cast(:direction as text) is null or direction = :direction)
    and (cast(:status as text) is null or status = :status)
    and (cast(:before as bigint) is null or id < :before)
order by document.id desc
limit :limit

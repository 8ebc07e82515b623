-- Documents as people look for them, newest first, from the one before the cursor.
select id, direction, partner, mapping, kind, name, received_at, status, reason, rows, problems, changes
from document
where (cast(:partner as text) is null or partner = :partner)
    and (cast(:direction as text) is null or direction = :direction)
    and (cast(:status as text) is null or status = :status)
    and (cast(:name as text) is null or strpos(lower(name), lower(:name)) > 0)
    and (cast(:before as bigint) is null or id < :before)
order by id desc
limit :limit

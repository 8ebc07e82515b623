-- Documents, newest first, from the one before the cursor.
select d.id::text as id, d.direction, d.partner, d.mapping, d.name, d.size, encode(d.sha256, 'hex') as sha256, d.received_at,
    d.status, d.reason, d.controls, d.as_of, d.ended_at, d.rows, d.held_rows, d.changes, d.problems as problem_count, d.chunks,
    d.chunks_done, d.told::text as told, d.kind, d.answers::text as answers,
    coalesce(d.settled_by, (select max(a.id) from document a where a.answers = d.id))::text as answered_by, d.sent_at,
    case when d.direction = 'out' and d.status = 'kept' then d.next_at end as next_at,
    case when d.direction = 'out' then d.attempts end as attempts
from document d
where (cast(:partner as text) is null or d.partner = :partner)
    and (cast(:direction as text) is null or d.direction = :direction)
    and (cast(:status as text) is null or d.status = :status)
    and (cast(:before as bigint) is null or d.id < :before)
order by d.id desc
limit :limit

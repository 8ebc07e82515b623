-- One document with everything its page says of it.
select id, direction, partner, mapping, kind, name, size, encode(sha256, 'hex') as sha256, received_at, sent_at, ended_at, next_at,
    as_of, status, reason, controls, answers, settled_by, accepted, replays, rows, held_rows, problems, changes, chunks, chunks_done, attempts,
    exists (select from document_content where document_id = document.id) as kept, told::text as told
from document
where id = :document

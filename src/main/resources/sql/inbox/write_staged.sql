-- The end of staging: what was found, and where the document stands now. Ends the claim unless there is something to apply:
-- then its chunks are all open.
with open as (
    insert into document_chunk (document_id, chunk) select :document, generate_series(1, :chunks) where :status = 'staged'
)
update document
set status = :status, reason = :reason, controls = cast(:controls as text[]), as_of = cast(:as_of as timestamptz),
    mapping_hash = :mapping_hash, rows = :rows, held_rows = :held_rows, 
    problems = :problems + (select count(*) from problem where document_id = :document and code = 'bad_name'),
    changes = :changes,
    chunks = :chunks, chunks_done = 0, attempts = 0, told = '{}',
    ended_at = case when :status in ('staged', 'held') then null else now() end,
    received = coalesce(cast(:received as jsonb), received),
    lease = case when :status = 'staged' then lease end,
    lease_until = case when :status = 'staged' then now() + interval '30 seconds' end
where id = :document and lease = :lease

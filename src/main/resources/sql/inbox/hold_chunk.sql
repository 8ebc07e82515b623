-- Passes over a chunk that cannot be applied; its lines are held.
update document
set chunks_done = :chunk, attempts = 0, held_rows = held_rows + :lines, problems = problems + :lines
where id = :document and lease = :lease and chunks_done = :chunk - 1

-- What the partner answered to a document of ours.
update document
set status = :status, reason = :reason, ended_at = now(), next_at = null, settled_by = :by, problems = problems + :problems
where id = :document

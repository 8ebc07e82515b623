-- A person says that a document of ours is never sent. One that is being sent at this moment is not stopped.
update document
set status = 'rejected', reason = 'rejected by a person: it is not sent', ended_at = now(), next_at = null
where id = :document and direction = 'out' and status = 'kept' and (lease_until is null or lease_until < now())

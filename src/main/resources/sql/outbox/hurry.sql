-- An endpoint that was down answers again: what waits for its time is tried now.
update delivery_wait
set next_at = now()
where webhook_id = :webhook and dead_at is null and next_at > now() and next_at < 'infinity'

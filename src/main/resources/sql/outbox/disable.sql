-- Stops telling an endpoint; its backlog stays.
update webhook set status = 'disabled', lease = null, lease_until = null where id = :webhook

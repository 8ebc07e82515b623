-- Documents that a partner has answered before we could say that they were sent: a crash came in between.
update document
set sent_at = now(), attempts = 0, next_at = null
where direction = 'out' and sent_at is null and status in ('acknowledged', 'refused')
    and (lease_until is null or lease_until < now())
returning id

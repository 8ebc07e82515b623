-- A new secret; the old one signs for another day.
update webhook
set old_secret = secret, old_until = now() + interval '1 day', secret = :secret
where id = :id

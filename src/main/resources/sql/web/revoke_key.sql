-- Ends a key; one that has ended stays as it is.
update api_key
set revoked_at = now()
where id = :id
  and revoked_at is null

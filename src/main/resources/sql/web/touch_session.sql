-- Who is signed in with this token; it is good for 12 hours more, as long as its key is the same and not revoked.
update session
set seen_at = now()
from api_key
where session.token_hash = :token
  and session.seen_at > now() - interval '12 hours'
  and api_key.id = session.api_key
  and api_key.key_hash = session.key_hash
  and api_key.revoked_at is null
returning api_key.id as key_id, api_key.name, api_key.scope

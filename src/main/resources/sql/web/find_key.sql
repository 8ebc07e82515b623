-- The key with this hash, unless it was revoked.
select id as key_id, scope
from api_key
where key_hash = :hash
  and revoked_at is null

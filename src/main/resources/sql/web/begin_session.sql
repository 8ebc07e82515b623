-- Begins a session of a key.
insert into session (token_hash, api_key, key_hash)
select :token, id, key_hash
from api_key
where id = :key
  and revoked_at is null

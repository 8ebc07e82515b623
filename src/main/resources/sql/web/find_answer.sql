-- What was answered under this idempotency key.
select request, status, answer
from idempotency
where api_key = :apiKey
  and key = :key

-- Keeps an answer under its idempotency key; the first one stays.
insert into idempotency (api_key, key, request, status, answer)
values (:apiKey, :key, :request, :status, :answer)
on conflict (api_key, key) do nothing

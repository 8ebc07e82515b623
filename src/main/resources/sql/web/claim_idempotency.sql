-- Makes this transaction the only one that works for an idempotency key; false where another one does. Ends with the transaction.
select pg_try_advisory_xact_lock(hashtextextended(:apiKey || ' ' || :key, 8030))

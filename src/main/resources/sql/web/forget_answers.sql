-- Answers are kept for a day: no client repeats a call later than that.
delete from idempotency
where created_at < now() - interval '24 hours'

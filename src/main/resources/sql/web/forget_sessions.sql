-- Forgets sessions that have ended by themselves.
delete from session
where seen_at < now() - interval '12 hours'

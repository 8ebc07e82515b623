-- Forgets what was staged, all at once: much.
truncate stage, difference

-- When the feed's next document is expected, and since when it is late.
update feed_watch
set due_at = :due_at, late_since = :late_since
where partner = :partner and mapping = :mapping

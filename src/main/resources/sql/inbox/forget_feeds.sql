-- Feeds whose mapping expects nothing any more, or is gone, are not watched.
delete from feed_watch where not mapping = any(:mappings)

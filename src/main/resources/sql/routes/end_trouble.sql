-- The route works again, or is gone.
delete from feed_trouble where route = :route

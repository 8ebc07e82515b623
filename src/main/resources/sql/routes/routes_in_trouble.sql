-- Routes that could not do their work when this was last tried.
select route, detail from feed_trouble

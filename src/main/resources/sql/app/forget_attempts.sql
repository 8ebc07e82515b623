-- Requests made long ago.
delete from attempt
where ctid in (select ctid from attempt where at < now() - make_interval(days => :days) limit 10000)

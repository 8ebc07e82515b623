-- Takes an id out of the sequence of events.
select nextval(pg_get_serial_sequence('event', 'id'))

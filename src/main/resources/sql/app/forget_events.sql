-- Events told long ago. One that still waits for an endpoint, or stands among the dead, is kept until that has ended.
delete from event
where id in (
    select id
    from event
    where at < now() - make_interval(days => :days) and not exists (select from delivery_wait where delivery_wait.event_id = event.id)
    limit 10000
)

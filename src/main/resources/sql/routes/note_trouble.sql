-- Notes that a route cannot do its work at the moment; what it says is always the last.
insert into feed_trouble (route, partner, detail)
values (:route, :partner, :detail)
on conflict (route) do update
set partner = excluded.partner, detail = excluded.detail, last_at = now(), times = feed_trouble.times + 1

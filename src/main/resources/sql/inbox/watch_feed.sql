-- A feed that nobody watched until now; where another node was faster, its row stays.
insert into feed_watch (partner, mapping, known_at, due_at)
values (:partner, :mapping, :known_at, :due_at)
on conflict do nothing

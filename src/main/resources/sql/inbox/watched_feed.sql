-- A feed that is watched, locked, and when its last document came that was not rejected, or its source last said that nothing is new.
select w.known_at, w.due_at, w.late_since, greatest(
    (select d.received_at from document d
     where d.partner = w.partner and d.mapping = w.mapping and d.direction = 'in' and d.status not in ('kept', 'rejected')
     order by d.id desc limit 1),
    (select max(f.arrived_at) from feed f where f.partner = w.partner and f.mapping = w.mapping)) as arrived_at
from feed_watch w
where w.partner = :partner and w.mapping = :mapping
for update of w

-- Notes what an applied document said, for the guards and for `older`; a duplicate or ignored one counts as arrived.
insert into feed (partner, mapping, kind, document_id, as_of, rows, arrived_at)
select d.partner, d.mapping, m.kind, d.id, max(m.as_of), sum(m.rows), d.received_at
from document d
join document_message m on m.document_id = d.id
where d.id = :document and d.status = 'applied' and not m.fallen
group by d.id, m.kind
on conflict (partner, mapping, kind) do update
set document_id = excluded.document_id, as_of = greatest(feed.as_of, excluded.as_of), rows = excluded.rows,
    arrived_at = excluded.arrived_at

-- A document that has ended, as far as its partner hears of it; no row where nobody knows the partner.
select d.id, d.partner, d.mapping, d.name, d.status, d.reason, d.problems, d.received::text as received
from document d
join partner p on p.code = d.partner
where d.id = :document and d.ended_at is not null

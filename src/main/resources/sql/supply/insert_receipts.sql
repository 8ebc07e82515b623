-- Receipts count once by their reference: answers the new ones only.
insert into receipt (location, ref, received_at, document_id)
select location, ref, cast(received_at as timestamptz), :document
from unnest(cast(:locations as text[]), cast(:refs as text[]), cast(:received_at as text[])) as row (location, ref, received_at)
order by location, ref
on conflict (location, ref) do nothing
returning id, location, ref

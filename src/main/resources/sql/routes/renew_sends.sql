-- Holds the claims on documents that are being sent for another while.
update document
set lease_until = now() + interval '30 seconds'
from unnest(cast(:documents as bigint[]), cast(:leases as text[])) as sending (document, lease)
where document.id = sending.document and document.lease = sending.lease::uuid

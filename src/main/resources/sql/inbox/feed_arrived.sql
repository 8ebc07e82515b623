-- A document that changes nothing has arrived all the same.
update feed
set arrived_at = greatest(feed.arrived_at, d.received_at)
from document d
where d.id = :document and feed.partner = d.partner and feed.mapping = d.mapping

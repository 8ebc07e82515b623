-- The API says that nothing is new since the last document: its feed has arrived all the same, unless that was rejected.
update feed
set arrived_at = now()
from http_feed h
join document d on d.id = h.document_id
where h.route = :route and feed.partner = d.partner and feed.mapping = d.mapping and d.status <> 'rejected'

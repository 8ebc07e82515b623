-- Endpoints in the order of their ids, of one storefront or of all.
select id, url, events, storefront, description, status, created_at
from webhook
where id > :after and (cast(:storefront as text) is null or storefront = :storefront)
order by id
limit :limit

-- One endpoint.
select id, url, events, storefront, description, status, created_at from webhook where id = :id

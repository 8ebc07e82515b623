-- Ends an endpoint; what waits for it and its attempts go with it.
delete from webhook where id = :id

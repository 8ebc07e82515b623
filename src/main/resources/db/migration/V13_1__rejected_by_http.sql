-- The version of the mapping that counted when a feed by HTTP kept its last document: as long as that is the same, content
-- that was rejected would be rejected again.
alter table http_feed add column mapping_hash bytea;

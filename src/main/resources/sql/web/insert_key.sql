-- Stores a new key by its hash.
insert into api_key (id, name, scope, key_hash)
values (:id, :name, :scope, :hash)

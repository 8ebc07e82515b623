-- Makes this the first key of the installation, whatever it was before.
insert into api_key (id, name, scope, key_hash)
values ('admin', 'first key', 'admin', :hash)
on conflict (id) do update
set key_hash = excluded.key_hash,
    revoked_at = null

-- Makes or updates a partner; parts of the login that are null stay as they are.
insert into partner as known (code, name, kinds, public_keys, password_hash)
values (:code, :name, :kinds, coalesce(cast(:publicKeys as text[]), '{}'), :passwordHash)
on conflict (code) do update
set name = excluded.name,
    kinds = excluded.kinds,
    public_keys = coalesce(cast(:publicKeys as text[]), known.public_keys),
    password_hash = coalesce(excluded.password_hash, known.password_hash)

-- What a partner may log in with.
select public_keys, password_hash from partner where code = :partner

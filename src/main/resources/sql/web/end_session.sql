-- Signs out.
delete from session
where token_hash = :token

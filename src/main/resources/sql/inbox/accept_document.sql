-- A person accepts a held document: it is read again, and the guards are not asked as long as its mapping is the same.
update document
set status = 'kept', accepted = true, reason = null, attempts = 0, lease = null, lease_until = null
where id = :document and direction = 'in' and status = 'held'

-- What the partner's file holds, as JSON; the row is locked until the transaction ends.
select coalesce(cast(file as text), '{}')
from partner
where code = :code
for no key update

-- The document that this drop became when it was first read.
select id
from document
where direction = 'in' and partner = :partner and mapping = :mapping and name = :name
    and remote_time = cast(:remote_time as timestamptz)
    and remote_size is not distinct from :remote_size
    and sha256 = :sha256
order by id
limit 1

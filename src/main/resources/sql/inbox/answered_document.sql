-- The newest document that we sent to the partner under a control number; numbers begin again after 999,999,999.
select id, status
from document
where direction = 'out' and partner = :partner and controls <> '{}' and controls && cast(array[:control] as text[])
    and kind = any(cast(:kinds as text[]))
order by id desc
limit 1
for update

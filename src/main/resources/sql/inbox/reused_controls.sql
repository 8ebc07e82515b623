-- Control numbers of this document that an earlier one with other content carried.
select distinct control
from document d
cross join unnest(d.controls) as control
where d.direction = 'in' and d.partner = :partner and d.mapping = :mapping and d.id < :document
    and d.status <> 'rejected' and d.sha256 <> :sha256
    and d.controls && cast(:controls as text[]) and control = any(cast(:controls as text[]))
order by control

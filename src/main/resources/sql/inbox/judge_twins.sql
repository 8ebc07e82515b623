-- Inventory lines that speak of one SKU and location: the newest message counts; within one, equal lines are one and different ones are held.
with spoken as (
    select s.message, s.seq, s.sku, s.place, s.quantity, coalesce(s.record::text, '') as record
    from stage s
    where s.message = any(:messages) and s.quantity is not null
        and s.sku in (select sku from difference where kind = 'inventory')
), twin as (
    select sku, place from spoken group by sku, place having count(*) > 1
), ranked as (
    select s.*, rank() over (partition by s.sku, s.place order by m.as_of desc, m.n desc) as newness
    from spoken s
    join twin using (sku, place)
    join document_message m on m.document_id = :document and m.n = s.message
), judged as (
    select r.message, r.seq,
        case
            when newness > 1 then 'superseded'
            when min(quantity) over same <> max(quantity) over same or min(record) over same <> max(record) over same then 'twin'
            when row_number() over (same order by seq) > 1 then 'repeated'
        end as verdict
    from ranked r
    window same as (partition by sku, place, newness)
)
update difference d
set verdict = j.verdict
from judged j
where d.message = j.message and d.seq = j.seq and j.verdict is not null

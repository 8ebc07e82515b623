-- Statements of one reference, SKU and location: the newest message counts; within one, different lines are held.
with ranked as (
    select d.message, d.seq, d.record ->> 'ref' as ref, d.sku, d.location, d.quantity, d.record ->> 'eta' as eta,
        rank() over (partition by d.record ->> 'ref', d.sku, d.location order by d.as_of desc, d.message desc) as newness
    from difference d
    where d.kind = 'inbound'
), judged as (
    select r.message, r.seq,
        case
            when newness > 1 then 'superseded'
            when count(*) over same > 1 and (
                min(quantity) over same <> max(quantity) over same or min(eta) over same is distinct from max(eta) over same
            ) then 'twin'
            when row_number() over (same order by seq) > 1 then 'repeated'
        end as verdict
    from ranked r
    window same as (partition by ref, sku, location, newness)
)
update difference d
set verdict = j.verdict
from judged j
where d.message = j.message and d.seq = j.seq and j.verdict is not null

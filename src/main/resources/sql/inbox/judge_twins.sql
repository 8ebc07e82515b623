-- Inventory lines that speak of one SKU and location: the newest message counts; within one, equal lines are one and different ones are held.
with called as (
    select d.name from difference d where d.kind = 'inventory'
    union
    select d.sku from difference d where d.kind = 'inventory'
    union
    select o.supplier_sku from item_supplier o where o.partner = :partner and o.sku in (select sku from difference)
    union
    select g.gtin from item_gtin g where g.sku in (select sku from difference)
    union
    select a.alias from item_alias a where a.sku in (select sku from difference)
), spoken as (
    select s.message, s.seq, coalesce(own.sku, gtin.sku, alias.sku, s.sku) as sku, s.location, s.quantity, s.record
    from stage s
    join called on called.name = s.sku
    left join item_supplier own on own.partner = :partner and own.supplier_sku = s.sku
    left join item_gtin gtin on gtin.gtin = s.sku
    left join item_alias alias on alias.alias = s.sku
    where s.message = any(:messages) and s.quantity is not null
), twin as (
    select sku, location from spoken group by sku, location having count(*) > 1
), ranked as (
    select s.*, rank() over (partition by s.sku, s.location order by m.as_of desc, m.n desc) as newness
    from spoken s
    join twin using (sku, location)
    join document_message m on m.document_id = :document and m.n = s.message
), judged as (
    select r.message, r.seq,
        case
            when newness > 1 then 'superseded'
            when min(quantity) over same <> max(quantity) over same then 'twin'
            when row_number() over (same order by seq) > 1 then 'repeated'
        end as verdict
    from ranked r
    window same as (partition by sku, location, newness)
)
update difference d
set verdict = j.verdict
from judged j
where d.message = j.message and d.seq = j.seq and j.verdict is not null

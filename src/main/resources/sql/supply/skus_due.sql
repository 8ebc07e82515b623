-- SKUs for which a day that has come changes something: an ETA passed, a promise on inbound passed, or no news for 30 days.
with overdue as (
    select sku from inbound where quantity > 0 and eta < cast(:today as date) and found_late is null
),
silent as (
    select inbound.sku from inbound join peg on peg.inbound_id = inbound.id
    where inbound.eta < cast(:today as date) - 30
      and greatest(inbound.eta, cast(inbound.news_at as date)) + 30 < cast(:today as date)
),
past as (
    select order_line.sku from order_line
    where order_line.quantity - order_line.shipped - order_line.cancelled > 0
      and order_line."current" < cast(:today as date)
      and exists (select from peg where peg.line_id = order_line.id)
)
select sku from (select sku from overdue union select sku from silent union select sku from past) as due
where sku > cast(:after as text) collate "C"
order by sku collate "C" limit 200

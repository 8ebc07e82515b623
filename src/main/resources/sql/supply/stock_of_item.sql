-- Where an item lies. What a supplier has counts only where the item is sold by dropship. Stale is what was said longer ago
-- than the file of the location's partner allows; its latest inventory, sent once more, says it again.
with own as (
    select id from order_line
    where sku = :sku and quantity - shipped - cancelled > 0
),
place as (
    select location.*, cast(partner.file -> 'stale' ->> 'after' as interval) as stale_after,
        (select max(again.received_at)
         from feed
         join document as latest on latest.id = feed.document_id
         join document as again on again.partner = feed.partner and again.mapping = feed.mapping
             and again.id > latest.id and again.status = 'duplicate' and again.sha256 = latest.sha256
         where feed.partner = location.partner and feed.kind = 'inventory') as said_again_at
    from location left join partner on partner.code = location.partner
    where location.code in (select location from stock where sku = :sku)
)
select stock.location, location.kind = 'warehouse' as own, location.rank, stock.on_hand,
    coalesce((select sum(quantity) from allocation
        where allocation.line_id in (select id from own) and allocation.location = stock.location), 0) as allocated,
    coalesce((select sum(quantity - booked) from released
        where released.line_id in (select id from own) and released.location = stock.location), 0) as released,
    case when stock.absent = 0 then greatest(stock.as_of, location.full_as_of) else stock.as_of end as as_of,
    coalesce(
        case when stock.absent = 0 and location.full_as_of is not null
            then greatest(stock.as_of, location.full_as_of, location.said_again_at)
            else stock.as_of
        end + location.stale_after < cast(:now as timestamptz), false) as stale,
    location.kind = 'warehouse' or exists (
        select from item_supplier
        where item_supplier.sku = stock.sku and item_supplier.partner = location.partner and item_supplier.dropship) as counts
from stock join place as location on location.code = stock.location
where stock.sku = :sku
order by location.kind = 'warehouse' desc, location.rank, stock.location

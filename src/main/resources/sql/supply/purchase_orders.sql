-- Purchase orders by number with how far each line has come; each filter applies where it is given. What names no line is
-- about the first line of its SKU.
with asked as (
    select number, kind = 'dropship' as dropship
    from purchase_order
    where number > cast(:after as text)
      and (cast(:number as text) is null or number = :number)
      and (cast(:partner as text) is null or partner = :partner)
    order by number
    -- Progress is asked of all that remain; without such a filter the page is known before.
    limit case when cast(:open as boolean) is null and cast(:late as boolean) is null and cast(:unacknowledged as boolean) is null
        then cast(:limit as int) end
),
line as (
    select purchase_order_line.*, asked.dropship,
        row_number() over (partition by number, sku order by line) = 1 as first_of_sku
    from purchase_order_line
    join asked using (number)
),
progress as (
    select line.number, line.line, line.sku, line.quantity as ordered, line.cancelled, line.eta, line.final,
        line.acknowledged, line.rejected, line.undecided,
        (select coalesce(sum(notice.quantity), 0) from notice
            where notice.po = line.number and notice.sku = line.sku
              and (notice.line = line.line or notice.line = '' and line.first_of_sku))
            + line.by_call - (select coalesce(sum(notice.by_call), 0) from notice where notice.po = line.number and notice.line = line.line)
            as shipped,
        (select coalesce(sum(receipt_line.quantity), 0) from receipt_line
            where receipt_line.po = line.number and receipt_line.sku = line.sku
              and (receipt_line.line = line.line or receipt_line.line is null and line.first_of_sku)) as received,
        (select max(statement.quantity) from inbound_statement as statement
            where statement.ref = line.number || '/' || line.line and statement.sku = line.sku) as stated,
        case when line.dropship then line.quantity - line.cancelled - line.freed - line.shipped else coming.open end as open,
        case when line.dropship then nullif(line.leaves, date 'infinity') else coming.eta end as next_eta
    from line
    cross join lateral (
        select coalesce(sum(inbound.quantity), 0) as open, min(inbound.eta) as eta
        from inbound
        where inbound.sku = line.sku and inbound.po = line.number and inbound.line = line.line and inbound.quantity > 0
    ) as coming
)
select purchase_order.number, purchase_order.partner, purchase_order.kind, purchase_order.location, purchase_order.send,
    purchase_order.created_at, purchase_order.sent_at, purchase_order.answered_at, purchase_order.document_id,
    purchase_order.unwritten,
    (select jsonb_build_object('storefront', orders.storefront, 'number', orders.number)
        from orders where orders.id = purchase_order.order_id) as customer_order,
    jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'line', progress.line, 'sku', progress.sku, 'ordered', progress.ordered,
        'acknowledged', least(progress.ordered, case
            when progress.acknowledged is null then greatest(progress.stated, progress.shipped)
            else greatest(progress.acknowledged, progress.shipped) end),
        'rejected', nullif(progress.rejected, 0), 'undecided', nullif(progress.undecided, 0),
        'cancelled', nullif(progress.cancelled, 0), 'shipped', progress.shipped, 'received', progress.received, 'open', progress.open,
        'eta', coalesce(progress.next_eta, progress.eta), 'final', progress.final)) order by progress.line) as lines
from purchase_order
join progress on progress.number = purchase_order.number
group by purchase_order.number
having (cast(:open as boolean) is null or (sum(progress.open) > 0) = :open)
   and (cast(:late as boolean) is null or coalesce(bool_or(progress.open > 0 and progress.next_eta < cast(:today as date)), false) = :late)
   and (cast(:unacknowledged as boolean) is null
        or (purchase_order.send and purchase_order.answered_at is null
            and not exists (select from document where document.id = purchase_order.document_id and document.status = 'rejected')
            and coalesce(max(greatest(progress.stated, progress.shipped)), 0) = 0) = :unacknowledged)
order by purchase_order.number
limit :limit

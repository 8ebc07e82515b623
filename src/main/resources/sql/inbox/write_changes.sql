-- Cuts what goes on into chunks in key order; a SKU, a shipment, a receipt or answers to a purchase order are never split over two.
with ordered as (
    select d.*, coalesce(d.unit, d.sku) as whole, case d.kind when 'absent' then 'inventory' else d.kind end as family,
        row_number() over (
            order by case d.kind when 'absent' then 'inventory' else d.kind end, coalesce(d.unit, d.sku), d.location, d.seq
        ) as place
    from difference d
    where d.verdict is null
), written as (
    insert into change (document_id, chunk, seq, at, kind, sku, location, quantity, before, as_of, record, message)
    select :document, (min(place) over (partition by family, whole) - 1) / :size + 1, place, at, kind, sku, location,
        quantity, before, as_of, record, message
    from ordered
    returning chunk
)
select count(*) as changes, coalesce(max(chunk), 0) as chunks from written

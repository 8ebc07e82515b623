-- What inventory messages say that stock does not: changed and new rows, and rows that a full one no longer names. Unchanged rows go no further.
insert into difference (message, seq, at, kind, name, sku, location, quantity, before, as_of, record)
with spoken as (
    select s.message, s.seq, s.at, s.sku as name, coalesce(own.sku, gtin.sku, alias.sku, s.sku) as sku,
        s.location, s.quantity, s.record
    from stage s
    left join item_supplier own on own.partner = :partner and own.supplier_sku = s.sku
    left join item_gtin gtin on gtin.gtin = s.sku
    left join item_alias alias on alias.alias = s.sku
    where s.message = any(:messages)
), known as (
    select sku, location, on_hand, absent from stock where location = any(:locations)
), moved as (
    select distinct sku, location from movement where location = any(:counted) and effective_at > cast(:earliest as timestamptz)
), expected as (
    select sku, location,
        jsonb_build_object('incoming', jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object('quantity', quantity, 'eta', eta)) order by eta nulls last
        )) as record
    from inbound
    where source = 'incoming' and partner = :partner and location = any(:locations) and quantity > 0
    group by sku, location
), compared as (
    select spoken.*, known.sku as known_sku, known.location as known_location, known.on_hand, known.absent
    from spoken
    full join known on known.sku = spoken.sku and known.location = spoken.location
    left join moved on moved.sku = spoken.sku and moved.location = spoken.location
    left join expected on expected.sku = spoken.sku and expected.location = spoken.location
    where spoken.quantity is not null and (
            known.sku is null
            or known.on_hand <> spoken.quantity
            or known.absent > 0
            or moved.sku is not null
            or spoken.record is not null and spoken.record <> coalesce(expected.record, '{"incoming": []}')
            or spoken.message = any(:deltas)
        )
        or spoken.seq is null and known.location = any(:complete) and (
            known.absent = 0 or :zero and (known.absent < :after or known.on_hand > 0)
        )
)
select coalesce(c.message, :last), c.seq, coalesce(c.at, 'absent'),
    case when c.seq is null then 'absent' else 'inventory' end,
    c.name, coalesce(c.known_sku, i.sku), coalesce(c.location, c.known_location),
    case when c.seq is not null then c.quantity when :zero and c.absent + 1 >= :after then 0 end,
    c.on_hand, m.as_of, c.record
from compared c
left join item i on i.sku = c.sku
join document_message m on m.document_id = :document and m.n = coalesce(c.message, :last)

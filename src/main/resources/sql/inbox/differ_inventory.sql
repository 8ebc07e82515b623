-- What inventory messages say that stock does not: changed and new rows, and rows that a full one no longer names. Unchanged rows go no further.
insert into difference (message, seq, at, kind, name, sku, location, quantity, before, as_of, record)
with spoken as (
    select message, seq, (cast(:places as text[]))[place] as location, sku, quantity, at, record
    from stage
    where message = any(:messages)
), known as (
    select sku, location, on_hand, absent from stock where location = any(:locations)
), compared as (
    select spoken.*, known.sku as known_sku, known.location as known_location, known.on_hand, known.absent
    from spoken
    full join known on known.sku = spoken.sku and known.location = spoken.location
    where spoken.quantity is not null and (
            known.sku is null
            or known.on_hand <> spoken.quantity
            or known.absent > 0
            or spoken.message = any(:deltas)
        )
        or spoken.seq is null and known.location = any(:complete) and (
            known.absent = 0 or :zero and (known.absent < :after or known.on_hand > 0)
        )
)
select coalesce(c.message, :last), c.seq, case when c.seq is null then 'absent' else coalesce(c.at, 'line ' || c.seq) end,
    case when c.seq is null then 'absent' else 'inventory' end,
    c.sku, c.known_sku, coalesce(c.location, c.known_location),
    case when c.seq is not null then c.quantity when :zero and c.absent + 1 >= :after then 0 end,
    c.on_hand,
    (select array_agg(as_of order by n) from document_message where document_id = :document)[coalesce(c.message, :last)],
    c.record
from compared c

-- Lines whose stock has not changed, but what is to come.
insert into difference (message, seq, at, kind, name, sku, location, quantity, before, as_of, record)
with expected as (
    select sku, location,
        jsonb_build_object('incoming', jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object('quantity', quantity, 'eta', eta)) order by eta nulls last
        )) as record
    from inbound
    where source = 'incoming' and partner = :partner and location = any(:locations) and quantity > 0
    group by sku, location
)
select s.message, s.seq, coalesce(s.at, 'line ' || s.seq), 'inventory', s.sku, s.sku, s.location, s.quantity, k.on_hand,
    m.as_of, s.record
from (select stage.*, (cast(:places as text[]))[place] as location from stage) s
join stock k on k.sku = s.sku and k.location = s.location
join document_message m on m.document_id = :document and m.n = s.message
left join expected on expected.sku = s.sku and expected.location = s.location
where s.message = any(:messages) and s.quantity is not null and s.record is not null
    and s.record <> coalesce(expected.record, '{"incoming": []}')
    and not exists (select from difference d where d.message = s.message and d.seq = s.seq)

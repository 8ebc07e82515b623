-- Lines of shipments, as last told.
insert into notice (partner, shipment, po, line, sku, quantity, eta, shipped, carrier, tracking, noticed_at, document_id, position)
select :partner, shipment, po, line, sku, quantity, cast(eta as date), cast(shipped as date), carrier,
    array(select jsonb_array_elements_text(cast(tracking as jsonb))), cast(noticed_at as timestamptz), :document, position
from unnest(
    cast(:shipments as text[]), cast(:pos as text[]), cast(:lines as text[]), cast(:skus as text[]), cast(:quantities as int[]),
    cast(:etas as text[]), cast(:shipped as text[]), cast(:carriers as text[]), cast(:tracking as text[]),
    cast(:noticed_at as text[]), cast(:positions as text[])
) as row (shipment, po, line, sku, quantity, eta, shipped, carrier, tracking, noticed_at, position)
on conflict (partner, shipment, po, line, sku) do update
set quantity = excluded.quantity, eta = excluded.eta, shipped = excluded.shipped, carrier = excluded.carrier,
    tracking = excluded.tracking, noticed_at = excluded.noticed_at, document_id = excluded.document_id, position = excluded.position

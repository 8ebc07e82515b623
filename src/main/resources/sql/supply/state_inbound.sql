-- What a partner says is coming under a reference; an older statement changes nothing.
insert into inbound_statement as known (partner, ref, sku, location, quantity, eta, as_of, document_id, position)
select :partner, ref, sku, location, quantity, cast(eta as date), cast(as_of as timestamptz), :document, position
from unnest(
    cast(:refs as text[]), cast(:skus as text[]), cast(:locations as text[]), cast(:quantities as int[]), cast(:etas as text[]),
    cast(:as_of as text[]), cast(:positions as text[])
) as row (ref, sku, location, quantity, eta, as_of, position)
on conflict (partner, ref, sku, location) do update
set quantity = excluded.quantity, eta = excluded.eta, as_of = excluded.as_of,
    document_id = excluded.document_id, position = excluded.position
where known.as_of <= excluded.as_of

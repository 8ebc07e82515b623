-- Lines of new receipts.
insert into receipt_line (receipt_id, n, po, line, sku, quantity, final, position)
select receipt_id, n, po, line, sku, quantity, final, position
from unnest(
    cast(:receipts as bigint[]), cast(:n as int[]), cast(:pos as text[]), cast(:lines as text[]), cast(:skus as text[]),
    cast(:quantities as int[]), cast(:final as boolean[]), cast(:positions as text[])
) as row (receipt_id, n, po, line, sku, quantity, final, position)

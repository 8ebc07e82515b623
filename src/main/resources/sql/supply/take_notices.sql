-- Units of shipments that have shipped the customers' lines by now, and those of them that calls had shipped.
update notice set taken = unit.taken, by_call = unit.by_call
from unnest(
    cast(:partners as text[]), cast(:shipments as text[]), cast(:pos as text[]), cast(:lines as text[]), cast(:skus as text[]),
    cast(:taken as int[]), cast(:by_call as int[])
) as unit (partner, shipment, po, line, sku, taken, by_call)
where notice.partner = unit.partner and notice.shipment = unit.shipment and notice.po = unit.po and notice.line = unit.line
  and notice.sku = unit.sku

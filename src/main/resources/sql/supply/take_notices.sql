-- Units of shipments that have shipped the customers' lines by now.
update notice set taken = unit.taken
from unnest(
    cast(:partners as text[]), cast(:shipments as text[]), cast(:pos as text[]), cast(:lines as text[]), cast(:skus as text[]),
    cast(:taken as int[])
) as unit (partner, shipment, po, line, sku, taken)
where notice.partner = unit.partner and notice.shipment = unit.shipment and notice.po = unit.po and notice.line = unit.line
  and notice.sku = unit.sku

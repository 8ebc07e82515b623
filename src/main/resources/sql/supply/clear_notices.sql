-- A cancel or replace undoes all lines of the shipment; rows without units stay, so that an older notice changes nothing.
update notice set quantity = 0 where partner = :partner and shipment = any(:shipments)

-- The same stock as ours, for the peer to merge into.
create table peer_stock with (fillfactor = 80) as select sku, location, on_hand, as_of from stock

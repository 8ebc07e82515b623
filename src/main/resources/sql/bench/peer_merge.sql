-- Changed rows are updated, new ones inserted, unchanged ones left alone.
merge into peer_stock
using peer_stage on peer_stage.sku = peer_stock.sku and peer_stage.location = peer_stock.location
when matched and peer_stock.on_hand <> peer_stage.quantity then
    update set on_hand = peer_stage.quantity, as_of = now()
when not matched then
    insert (sku, location, on_hand, as_of) values (peer_stage.sku, peer_stage.location, peer_stage.quantity, now())

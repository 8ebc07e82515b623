package io.quayside.supply.orders;

import io.quayside.store.Sql;
import io.quayside.supply.Locations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Stores a parcel and takes what is in it from the stock of its location. */
final class Shipping {
    private Shipping() {}

    /** Answers the id of the shipment. The SKUs are locked; the location's lock is shared here. */
    static long store(
            Handle handle, OrderState order, Fulfilment.Parcel parcel, Instant at, Map<LineState, Integer> shipped) {
        Locations.share(handle, List.of(parcel.location()));
        List<Integer> quantities = List.copyOf(shipped.values());
        handle.createUpdate(Sql.named("orders/take_from_stock"))
                .bind("location", parcel.location())
                .bind("shipped_at", at)
                .bind("reason", "order " + order.head.storefront() + "/" + order.head.number())
                .bindArray(
                        "skus",
                        String.class,
                        shipped.keySet().stream().map(line -> line.sku).toList())
                .bindArray("quantities", Integer.class, quantities)
                .execute();
        long id = handle.createQuery(Sql.named("orders/insert_shipment"))
                .bind("order", order.head.id())
                .bind("location", parcel.location())
                .bind("carrier", parcel.carrier())
                .bindArray("tracking", String.class, parcel.tracking().orElse(List.of()))
                .bind("shipped_at", at)
                .mapTo(Long.class)
                .one();
        handle.createUpdate(Sql.named("orders/insert_shipment_lines"))
                .bind("shipment", id)
                .bindArray(
                        "lines",
                        Long.class,
                        shipped.keySet().stream().map(line -> line.id).toList())
                .bindArray("quantities", Integer.class, quantities)
                .execute();
        return id;
    }
}

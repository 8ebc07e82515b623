package io.quayside.supply.orders;

import io.quayside.store.Sql;
import io.quayside.supply.Locations;
import io.quayside.supply.PartnersStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stores a parcel and takes what is in it from the stock of its location. */
final class Shipping {
    private Shipping() {}

    /**
     * Answers the id of the shipment. The SKUs are locked; the location's lock is shared here.
     *
     * @param released units of {@code shipped}, by id of the line, that had been released before
     */
    static long store(
            Handle handle,
            OrderState order,
            Fulfilment.Parcel parcel,
            Instant at,
            Map<LineState, Integer> shipped,
            Map<Long, Integer> released) {
        Locations.share(handle, List.of(parcel.location()));
        List<Integer> quantities = List.copyOf(shipped.values());
        String reason = "order " + order.head.storefront() + "/" + order.head.number();
        if (Locations.isSuppliers(handle, parcel.location())) {
            List<Ordered.Part> ordered = Ordered.shipped(handle, parcel.location(), released);
            PartnersStock.take(handle, Optional.empty(), gone(parcel.location(), at, reason, shipped, ordered));
        } else {
            handle.createUpdate(Sql.named("orders/take_from_stock"))
                    .bind("location", parcel.location())
                    .bind("shipped_at", at)
                    .bind("reason", reason)
                    .bindArray(
                            "skus",
                            String.class,
                            shipped.keySet().stream().map(line -> line.sku).toList())
                    .bindArray("quantities", Integer.class, quantities)
                    .execute();
        }
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

    private static List<PartnersStock.Gone> gone(
            String location, Instant at, String reason, Map<LineState, Integer> shipped, List<Ordered.Part> ordered) {
        List<PartnersStock.Gone> gone = new ArrayList<>();
        shipped.forEach((line, units) -> {
            int rest = units;
            for (Ordered.Part part : ordered) {
                if (part.lineId() == line.id) {
                    gone.add(
                            gone(line, location, part.units(), part.bookedFrom().orElse(at), reason));
                    rest -= part.units();
                }
            }
            if (rest > 0) {
                gone.add(gone(line, location, rest, at, reason));
            }
        });
        return gone;
    }

    private static PartnersStock.Gone gone(LineState line, String location, int units, Instant at, String reason) {
        return new PartnersStock.Gone(line.sku, location, units, "shipment", at, Optional.empty(), reason);
    }
}

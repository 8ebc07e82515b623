package io.quayside.supply;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Parcels of customers' orders that partners told us of, one for each shipment and order; made anew from its notices. */
final class Parcels {
    private final Handle handle;
    private final List<ShippedToCustomers.Notice> notices;

    /** Of the shipments that these notices are of. */
    Parcels(Handle handle, List<ShippedToCustomers.Notice> notices) {
        this.handle = handle;
        this.notices = notices;
    }

    /** A parcel by its id. */
    record Sent(long id, Parcel parcel) {}

    /** What came of the shipments: parcels that are new, and orders of which a call's parcel is named now. */
    record Written(List<Sent> fresh, List<Long> named) {}

    /** What is stored of a parcel; {@code fresh}: it was not there before. */
    record Stored(long id, boolean fresh) {}

    Written write() {
        if (notices.isEmpty()) {
            return new Written(List.of(), List.of());
        }
        List<Parcel> parcels = named(handle.createQuery(Sql.named("supply/parcels")))
                .map(Rows.of(Parcel.class))
                .list();
        named(handle.createUpdate(Sql.named("supply/clear_parcels"))).execute();
        List<Sent> fresh = new ArrayList<>();
        for (Parcel parcel : parcels) {
            if (!parcel.lines().isEmpty()) {
                Stored stored = put(parcel);
                if (stored.fresh()) {
                    fresh.add(new Sent(stored.id(), parcel));
                }
            }
        }
        named(handle.createUpdate(Sql.named("supply/end_parcels"))).execute();
        return new Written(
                fresh,
                named(handle.createQuery(Sql.named("supply/name_parcels")))
                        .mapTo(Long.class)
                        .list());
    }

    private Stored put(Parcel parcel) {
        Stored stored = handle.createQuery(Sql.named("supply/put_parcel"))
                .bind("order", parcel.orderId())
                .bind("location", parcel.location())
                .bind("carrier", parcel.carrier())
                .bindArray("tracking", String.class, parcel.tracking())
                .bind("shipped_at", parcel.shippedAt())
                .bind("partner", parcel.partner())
                .bind("reference", parcel.shipment())
                .map(Rows.of(Stored.class))
                .one();
        handle.createUpdate(Sql.named("orders/insert_shipment_lines"))
                .bind("shipment", stored.id())
                .bindArray("lines", Long.class, parcel.lines())
                .bindArray("quantities", Integer.class, parcel.units())
                .execute();
        return stored;
    }

    private <S extends SqlStatement<S>> S named(S statement) {
        return statement
                .bindArray("partners", String.class, Columns.of(notices, ShippedToCustomers.Notice::partner))
                .bindArray("shipments", String.class, Columns.of(notices, ShippedToCustomers.Notice::shipment));
    }
}

package io.quayside.supply;

import io.quayside.store.Sql;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Locations where stock lies: their locks, and whose they are. */
public final class Locations {
    private Locations() {}

    /** Shares their locks until the transaction ends, in key order, after those of the SKUs. May block. */
    public static void share(Handle handle, Collection<String> locations) {
        if (!locations.isEmpty()) {
            handle.createQuery(Sql.named("supply/lock_locations"))
                    .bindArray("locations", String.class, locations)
                    .mapTo(String.class)
                    .list();
        }
    }

    /** Whether what lies there is a supplier's. */
    public static boolean isSuppliers(Handle handle, String location) {
        return handle.createQuery(Sql.named("supply/location_kinds"))
                .bindArray("codes", String.class, location)
                .map((row, context) -> row.getString("kind"))
                .findOne()
                .filter("supplier"::equals)
                .isPresent();
    }
}

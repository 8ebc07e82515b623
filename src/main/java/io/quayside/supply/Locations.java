package io.quayside.supply;

import io.quayside.store.Sql;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Locks of locations. */
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
}

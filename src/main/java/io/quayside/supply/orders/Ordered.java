package io.quayside.supply.orders;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What of a line was ordered from suppliers, and what of that calls cancelled or shipped. */
final class Ordered {
    private Ordered() {}

    /**
     * Released units of a line were cancelled. What was written for a supplier may reach it at any time, so it is not taken
     * back: the purchase order says so many less are wanted, and a person calls (docs/decisions/cancelled-after-it-was-ordered.md).
     */
    static void cancelled(Handle handle, long line, String location, int units) {
        handle.createUpdate(Sql.named("orders/cancel_ordered"))
                .bind("line", line)
                .bind("location", location)
                .bind("units", units)
                .execute();
    }

    /** Units of a line that stood on a purchase order, and since when the partner's inventories leave them out; empty: as they ship. */
    record Part(long lineId, int units, Optional<Instant> bookedFrom) {}

    /**
     * Released units of lines, by id, have left the location: they count as shipped by the purchase orders that they stand on, so
     * that the partner's notice of them is recognised (docs/decisions/shipped-by-call.md). What stands on none is left out.
     */
    static List<Part> shipped(Handle handle, String location, Map<Long, Integer> units) {
        return handle.createQuery(Sql.named("orders/ship_ordered"))
                .bind("location", location)
                .bindArray("lines", Long.class, units.keySet())
                .bindArray("units", Integer.class, units.values())
                .map(Rows.of(Part.class))
                .list();
    }
}

package io.quayside.supply.orders;

import io.quayside.store.Sql;
import org.jdbi.v3.core.Handle;

/** What of a line was ordered from suppliers, and what of that its customer does not want any more. */
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
}

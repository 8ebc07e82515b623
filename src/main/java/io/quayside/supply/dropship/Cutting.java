package io.quayside.supply.dropship;

import io.quayside.store.Database;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.Replanning;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Cuts dropship purchase orders (rule 11): what order lines hold at a dropship partner's location at its cut-off goes on a
 * purchase order, one for each customer's order and location, which follows the order until it is written: it grows at the
 * next cut-off, shrinks with what is held, and ends with nothing left. A step of a worker; several nodes may do it at once,
 * because it is judged again under the locks of the order's SKUs.
 */
public final class Cutting {
    /** Orders whose SKUs are locked together. */
    private static final int ORDERS = 50;

    private final Database database;
    private final Replanning replanning;
    private final InstantSource clock;

    public Cutting(Database database, Replanning replanning, InstantSource clock) {
        this.database = database;
        this.replanning = replanning;
        this.clock = clock;
    }

    /** Cuts what is due of some orders; false where nothing is. */
    public boolean step() {
        return database.inTransaction(handle -> {
            List<Due> due = due(handle);
            List<Long> orders = differences(handle, due, List.of()).stream()
                    .map(Cut::orderId)
                    .distinct()
                    .limit(ORDERS)
                    .toList();
            if (orders.isEmpty()) {
                return false;
            }
            lock(handle, orders);
            return settle(handle, due, orders);
        });
    }

    /** Makes the unwritten purchase orders of one order what they should be; its SKUs are locked. */
    void settle(Handle handle, long order) {
        settle(handle, due(handle), List.of(order));
    }

    void lock(Handle handle, Collection<Long> orders) {
        replanning.lock(
                handle,
                handle.createQuery(Sql.named("dropship/skus_of_orders"))
                        .bindArray("orders", Long.class, orders)
                        .mapTo(String.class)
                        .list());
    }

    private boolean settle(Handle handle, List<Due> due, List<Long> orders) {
        List<Cut> cuts = differences(handle, due, orders);
        new CutStore(handle, now()).write(cuts);
        return !cuts.isEmpty();
    }

    /** Of these orders; of some, where none are named. */
    private List<Cut> differences(Handle handle, List<Due> due, List<Long> orders) {
        return handle.createQuery(Sql.named("dropship/differences"))
                .bindArray(
                        "locations",
                        String.class,
                        due.stream().map(Due::location).toList())
                .bindArray(
                        "upto",
                        String.class,
                        due.stream().map(d -> d.upto().toString()).toList())
                .bindArray("orders", Long.class, orders)
                .bind("limit", orders.isEmpty() ? 10 * ORDERS : Integer.MAX_VALUE)
                .map(Rows.of(Cut.class))
                .list();
    }

    private List<Due> due(Handle handle) {
        Instant now = now();
        return handle.createQuery(Sql.named("dropship/places")).map(Rows.of(PlaceRow.class)).stream()
                .map(row -> new Due(row.code(), row.cutOff().upto(now)))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What a location's lines held up to this moment is to be cut. */
    private record Due(String location, Instant upto) {}

    /** A location that sells by dropship. */
    record PlaceRow(String code, String partner, String zone, List<String> workingDays, Optional<LocalTime> cutoff) {
        CutOff cutOff() {
            return new CutOff(cutoff, ZoneId.of(zone), workingDays);
        }
    }
}

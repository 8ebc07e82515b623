package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.mapping.Feed;
import io.quayside.mapping.Message;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.RoundTrip;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Compares the staged records with what is known, by one statement a kind of record, and judges each line of the
 * difference. Unchanged stock never leaves the comparison, so a feed costs what it changes.
 */
final class Differences {
    /** Beyond this many rows the planner must know how many there are. */
    private static final int ANALYZE_FROM = 5_000;
    /** Rows of a chunk: each is one short transaction. */
    private static final int CHUNK = 2_000;

    private final Handle handle;
    private final Claim claim;
    private final Places places;
    private final Reading reading;
    private boolean twins;
    private Counts counts;
    private Written written;

    Differences(Handle handle, Claim claim, Places places, Reading reading) {
        this.handle = handle;
        this.claim = claim;
        this.places = places;
        this.reading = reading;
    }

    /** Locks what full inventories speak for, and fills table {@code difference} and from it the document's changes. */
    void find(Feed feed) {
        if (reading.rows() > ANALYZE_FROM) {
            handle.execute("set local work_mem = '96MB'");
            handle.execute("set local default_statistics_target = 1");
            handle.execute("analyze stage");
        }
        twins = renames() > 0 || reading.mayRepeat();
        RoundTrip trip = new RoundTrip(handle);
        for (Canonical.Kind kind : Canonical.Kind.values()) {
            if (!reading.numbers(kind, m -> true).isEmpty()) {
                trip.run();
                trip = differ(kind, feed);
            }
        }
        write(trip);
        tell();
    }

    private int renames() {
        RoundTrip trip = new RoundTrip(handle)
                .bind("document", claim.id())
                .bind("partner", claim.partner())
                .bindArray("locations", String.class, reading.locations(true));
        Messages.write(trip, reading.messages());
        trip.update("inbox/lock_locations");
        Supplier<Integer> renamed = trip.update("inbox/resolve_skus");
        trip.run();
        return renamed.get();
    }

    /** On the way with the statements that differ the last kind. */
    private void write(RoundTrip trip) {
        trip.bind("size", CHUNK);
        trip.update("inbox/judge_unknown");
        var counted = trip.rows("inbox/census", Counts.class);
        var changed = trip.rows("inbox/write_changes", Written.class);
        trip.run();
        counts = counted.get().get(0);
        written = changed.get().get(0);
    }

    private RoundTrip differ(Canonical.Kind kind, Feed feed) {
        RoundTrip trip = new RoundTrip(handle)
                .bind("document", claim.id())
                .bind("partner", claim.partner())
                .bind("own", places.home().orElse(null))
                .bind("warehouse", places.firstWarehouse().orElse(null))
                .bindArray("places", String.class, reading.places())
                .bindArray("locations", String.class, reading.locations(false))
                .bindArray("messages", Integer.class, reading.numbers(kind, m -> true));
        switch (kind) {
            case INVENTORY -> inventory(trip, feed);
            case INBOUND -> {
                trip.update("inbox/differ_inbound");
                trip.update("inbox/judge_statements");
            }
            case SHIPMENT -> trip.update("inbox/differ_shipment");
            case RECEIPT -> trip.update("inbox/differ_receipt");
            case ORDER_ACK -> trip.update("inbox/differ_order_ack");
        }
        return trip;
    }

    private void inventory(RoundTrip trip, Feed feed) {
        List<Integer> full = reading.numbers(Canonical.Kind.INVENTORY, Message::full);
        Collection<String> locations = reading.locations(false);
        trip.bindArray("deltas", Integer.class, reading.numbers(Canonical.Kind.INVENTORY, m -> !m.full()))
                .bindArray("complete", String.class, reading.locations(true))
                .bind("zero", feed.absentThen() == Feed.Absent.ZERO)
                .bind("after", feed.absentAfter())
                .bind("last", full.isEmpty() ? 0 : full.get(full.size() - 1));
        trip.update("inbox/differ_inventory");
        trip.update("inbox/know_new");
        List<String> counted =
                locations.stream().filter(places.warehouses()::contains).toList();
        if (!counted.isEmpty()) {
            trip.bindArray("counted", String.class, counted)
                    .bind("earliest", reading.earliest(Canonical.Kind.INVENTORY).toString());
            trip.update("inbox/differ_moved");
        }
        List<String> stated = locations.stream()
                .filter(code -> !places.warehouses().contains(code))
                .toList();
        if (!stated.isEmpty()) {
            trip.bindArray("stated", String.class, stated);
            trip.update("inbox/differ_booked");
        }
        if (reading.incoming()) {
            trip.update("inbox/differ_incoming");
        }
        if (twins) {
            trip.update("inbox/judge_twins");
        }
    }

    /** What {@code inbox/census} counts. */
    record Counts(int stopped, int unknown, int toZero, int aboveZero) {}

    /** What {@code inbox/write_changes} wrote. */
    record Written(int changes, int chunks) {}

    /** What the guards ask, once it was found. */
    Counts counts() {
        return counts;
    }

    /** How many changes there are, once they were found. */
    Written written() {
        return written;
    }

    /** A line that does not go on. */
    record Stopped(String verdict, int message, int seq, String at, String name) {}

    /** Adds a problem for each line that does not go on. */
    private void tell() {
        if (counts.stopped() == 0) {
            return;
        }
        Findings findings = reading.findings();
        List<Stopped> lines = handle.createQuery(Sql.named("inbox/verdicts"))
                .bind("limit", Findings.MOST)
                .map(Rows.of(Stopped.class))
                .list();
        for (Stopped line : lines) {
            Findings.Line where =
                    new Findings.Line(line.message(), line.at(), reading.spots().of(line.seq()));
            switch (line.verdict()) {
                case "unknown" ->
                    findings.line(
                            where,
                            ProblemCode.UNKNOWN_SKU,
                            line.name(),
                            "sku",
                            "a SKU, gtin, alias or partner's SKU of an item");
                case "twin" ->
                    findings.line(
                            where, ProblemCode.DUPLICATE_LINE, line.name(), "sku", "one line for each SKU and place");
                case "orphan" ->
                    findings.line(
                            where,
                            ProblemCode.ORPHAN_LINE,
                            line.name(),
                            "po",
                            "the number and line of a purchase order with this partner");
                default ->
                    findings.line(
                            where, ProblemCode.UNKNOWN_PARTNER, line.name(), "location", "the code of a location");
            }
        }
        findings.more(counts.stopped() - lines.size());
    }
}

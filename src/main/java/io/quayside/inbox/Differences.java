package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.mapping.Feed;
import io.quayside.mapping.Message;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Compares the staged records with what is known, by one statement a kind of record, and judges each line of the
 * difference. Unchanged stock never leaves the comparison, so a feed costs what it changes.
 */
final class Differences {
    /** Beyond this many rows the planner must know how many there are. */
    private static final int ANALYZE_FROM = 5_000;

    private final Handle handle;
    private final Claim claim;
    private final Places places;
    private final Reading reading;
    private boolean twins;

    Differences(Handle handle, Claim claim, Places places, Reading reading) {
        this.handle = handle;
        this.claim = claim;
        this.places = places;
        this.reading = reading;
    }

    /** Fills table {@code difference}. */
    void find(Feed feed) {
        if (reading.rows() > ANALYZE_FROM) {
            handle.execute("set local work_mem = '96MB'");
            handle.execute("set local default_statistics_target = 1");
            handle.execute("analyze stage");
        }
        int renamed = handle.createUpdate(Sql.named("inbox/resolve_skus"))
                .bind("partner", claim.partner())
                .execute();
        twins = renamed > 0 || reading.mayRepeat();
        for (Canonical.Kind kind : Canonical.Kind.values()) {
            if (!reading.numbers(kind, m -> true).isEmpty()) {
                find(kind, feed);
            }
        }
        handle.createUpdate(Sql.named("inbox/judge_unknown")).execute();
    }

    private void find(Canonical.Kind kind, Feed feed) {
        switch (kind) {
            case INVENTORY -> {
                inventory(feed);
                if (twins) {
                    on("inbox/judge_twins", kind).execute();
                }
            }
            case INBOUND -> {
                placed("inbox/differ_inbound", kind)
                        .bind("partner", claim.partner())
                        .bind("warehouse", places.firstWarehouse().orElse(null))
                        .execute();
                handle.createUpdate(Sql.named("inbox/judge_statements")).execute();
            }
            case SHIPMENT ->
                on("inbox/differ_shipment", kind)
                        .bind("partner", claim.partner())
                        .execute();
            case RECEIPT ->
                placed("inbox/differ_receipt", kind)
                        .bind("own", places.home().orElse(null))
                        .bind("warehouse", places.firstWarehouse().orElse(null))
                        .execute();
            case ORDER_ACK ->
                on("inbox/differ_order_ack", kind)
                        .bind("partner", claim.partner())
                        .execute();
        }
    }

    private void inventory(Feed feed) {
        List<Integer> full = reading.numbers(Canonical.Kind.INVENTORY, Message::full);
        Collection<String> locations = reading.locations(false);
        placed("inbox/differ_inventory", Canonical.Kind.INVENTORY)
                .bindArray("deltas", Integer.class, reading.numbers(Canonical.Kind.INVENTORY, m -> !m.full()))
                .bindArray("locations", String.class, locations)
                .bindArray("complete", String.class, reading.locations(true))
                .bind("zero", feed.absentThen() == Feed.Absent.ZERO)
                .bind("after", feed.absentAfter())
                .bind("last", full.isEmpty() ? 0 : full.get(full.size() - 1))
                .execute();
        handle.createUpdate(Sql.named("inbox/know_new")).execute();
        List<String> counted =
                locations.stream().filter(places.warehouses()::contains).toList();
        if (!counted.isEmpty()) {
            placed("inbox/differ_moved", Canonical.Kind.INVENTORY)
                    .bindArray("counted", String.class, counted)
                    .bind("earliest", reading.earliest(Canonical.Kind.INVENTORY).toString())
                    .execute();
        }
        List<String> stated = locations.stream()
                .filter(code -> !places.warehouses().contains(code))
                .toList();
        if (!stated.isEmpty()) {
            placed("inbox/differ_booked", Canonical.Kind.INVENTORY)
                    .bindArray("stated", String.class, stated)
                    .execute();
        }
        if (reading.incoming()) {
            placed("inbox/differ_incoming", Canonical.Kind.INVENTORY)
                    .bind("partner", claim.partner())
                    .bindArray("locations", String.class, locations)
                    .execute();
        }
    }

    /** A statement that asks where staged rows are. */
    private Update placed(String sql, Canonical.Kind kind) {
        return on(sql, kind).bindArray("places", String.class, reading.places());
    }

    private Update on(String sql, Canonical.Kind kind) {
        return handle.createUpdate(Sql.named(sql))
                .bind("document", claim.id())
                .bindArray("messages", Integer.class, reading.numbers(kind, m -> true));
    }

    /** A line that does not go on. */
    record Stopped(String verdict, int message, int seq, String at, String name) {}

    /** Adds a problem for each line that does not go on, {@code stopped} in all. */
    void tell(Findings findings, int stopped) {
        if (stopped == 0) {
            return;
        }
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
        findings.more(stopped - lines.size());
    }
}

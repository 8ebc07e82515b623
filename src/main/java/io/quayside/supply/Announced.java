package io.quayside.supply;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is expected, for receipts that name no purchase order: they are taken to be of what is expected there soonest
 * ({@code docs/decisions/receipts-without-a-purchase-order.md}). Each unit expected is found once. The caller holds the locks
 * of the SKUs.
 */
final class Announced {
    private final List<Open> open;

    private Announced(List<Open> open) {
        this.open = open;
    }

    /** Inbound that still counts until a day (always, when empty), with the units that nobody has found yet. */
    record Open(
            String sku,
            String location,
            String po,
            Optional<String> line,
            int quantity,
            Optional<LocalDate> countsUntil) {

        private boolean announces(ReceiptFacts.Line line) {
            LocalDate day = LocalDate.ofInstant(line.receivedAt(), ZoneOffset.UTC);
            return quantity > 0
                    && sku.equals(line.sku())
                    && location.equals(line.key().location())
                    && countsUntil.map(last -> !last.isBefore(day)).orElse(true);
        }

        private Open without(int units) {
            return new Open(sku, location, po, line, quantity - units, countsUntil);
        }
    }

    /** What is expected of the lines' SKUs at their locations. */
    static Announced at(Handle handle, Collection<ReceiptFacts.Line> lines) {
        List<ReceiptFacts.Line> asked = List.copyOf(lines);
        return new Announced(new ArrayList<>(handle.createQuery(Sql.named("supply/announced"))
                .bindArray("skus", String.class, Columns.of(asked, ReceiptFacts.Line::sku))
                .bindArray("locations", String.class, Columns.of(asked, line -> line.key()
                        .location()))
                .map(Rows.of(Open.class))
                .list()));
    }

    /**
     * The line in parts, each with the purchase order that announced it; units that nothing announced stay without one.
     * {@code final} stands at the last part that was announced.
     */
    List<ReceiptFacts.Line> find(ReceiptFacts.Line line) {
        List<ReceiptFacts.Line> parts = new ArrayList<>();
        int rest = line.quantity();
        for (int i = 0; i < open.size() && rest > 0; i++) {
            Open next = open.get(i);
            if (next.announces(line)) {
                int units = Math.min(rest, next.quantity());
                rest -= units;
                open.set(i, next.without(units));
                parts.add(line.of(Optional.of(next.po()), next.line(), units, line.ended() && rest == 0));
            }
        }
        if (parts.isEmpty()) {
            return List.of(line);
        }
        if (rest > 0) {
            int last = parts.size() - 1;
            parts.set(last, parts.get(last).ending(line.ended()));
            parts.add(line.of(Optional.empty(), Optional.empty(), rest, false));
        }
        return parts;
    }
}

package io.quayside.supply;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Customers' units that are with dropship partners while a document about them is applied: freed by a rejection, shipped by
 * a shipment, released again by one that was taken back. Moved in memory first, then written by one statement a table. The
 * SKUs are locked.
 */
final class PartnerUnits {
    private final Handle handle;
    private final Optional<Long> document;
    private final Map<Place, Integer> released = new LinkedHashMap<>();
    private final Map<OrderedRow.Key, Progress> lines = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();

    PartnerUnits(Handle handle, long document, Collection<OrderedRow> rows) {
        this.handle = handle;
        this.document = Optional.of(document);
        List<OrderedRow> serving =
                rows.stream().filter(OrderedRow::servesCustomer).toList();
        serving.forEach(row -> lines.put(row.key(), new Progress(row, row.freed(), row.shipped())));
        if (serving.isEmpty()) {
            return;
        }
        handle.createQuery(Sql.named("supply/released_with_partners"))
                .bindArray("lines", Long.class, Columns.of(serving, row -> row.lineId()
                        .orElseThrow()))
                .map(Rows.of(ReleasedRow.class))
                .forEach(row -> released.put(new Place(row.lineId(), row.location()), row.quantity()));
    }

    /** A row of released. */
    record ReleasedRow(long lineId, String location, int quantity) {}

    /** Where units of an order line are. */
    private record Place(long line, String location) {
        static Place of(OrderedRow row) {
            return new Place(row.lineId().orElseThrow(), row.location().orElseThrow());
        }
    }

    /** How far a line of a purchase order is. */
    private record Progress(OrderedRow row, int freed, int shipped) {
        int left() {
            return row.quantity() - row.cancelled() - freed - shipped;
        }
    }

    /** Why units move, and since when the supplier's stock is without them. */
    record Cause(String kind, Instant at, String position, String reason) {}

    /** Units of a line that moved: out of released, and into shipped. */
    private record Move(OrderedRow row, int released, int shipped, Cause cause) {}

    /** Units of a line that can be freed or shipped. */
    int left(OrderedRow row) {
        return Math.max(0, Math.min(lines.get(row.key()).left(), released.getOrDefault(Place.of(row), 0)));
    }

    /** Gives units back to the customer's line. */
    void free(OrderedRow row, int units, Cause cause) {
        move(row, new Move(row, -units, 0, cause));
    }

    /** Ships units to the customer; undoes it below zero. */
    void ship(OrderedRow row, int units, Cause cause) {
        move(row, new Move(row, -units, units, cause));
    }

    private void move(OrderedRow row, Move move) {
        if (move.released() != 0) {
            moves.add(move);
            released.merge(Place.of(row), move.released(), Integer::sum);
            int freed = -move.released() - move.shipped();
            lines.computeIfPresent(
                    row.key(), (key, is) -> new Progress(is.row(), is.freed() + freed, is.shipped() + move.shipped()));
        }
    }

    /** Writes all moves; answers how many stock rows have another on hand now. */
    int write() {
        if (moves.isEmpty()) {
            return 0;
        }
        handle.createUpdate(Sql.named("supply/move_released"))
                .bindArray("lines", Long.class, Columns.of(moves, move -> move.row()
                        .lineId()
                        .orElseThrow()))
                .bindArray("locations", String.class, Columns.of(moves, move -> move.row()
                        .location()
                        .orElseThrow()))
                .bindArray("released", Integer.class, Columns.of(moves, Move::released))
                .bindArray("shipped", Integer.class, Columns.of(moves, Move::shipped))
                .execute();
        List<Progress> settled = List.copyOf(lines.values());
        handle.createUpdate(Sql.named("supply/settle_lines"))
                .bindArray("numbers", String.class, Columns.of(settled, line -> line.row()
                        .number()))
                .bindArray("lines", String.class, Columns.of(settled, line -> line.row()
                        .line()))
                .bindArray("freed", Integer.class, Columns.of(settled, Progress::freed))
                .bindArray("shipped", Integer.class, Columns.of(settled, Progress::shipped))
                .execute();
        return takeFromStock();
    }

    private int takeFromStock() {
        return PartnersStock.take(
                handle,
                document,
                Columns.of(
                        moves,
                        move -> new PartnersStock.Gone(
                                move.row().sku(),
                                move.row().location().orElseThrow(),
                                -move.released(),
                                move.cause().kind(),
                                move.row().bookedFrom().orElse(move.cause().at()),
                                Optional.of(move.cause().position()),
                                move.cause().reason())));
    }

    /** Units by order line that were freed, or that shipped; what was taken back is left out. */
    Map<Long, Integer> told(boolean shipped) {
        Map<Long, Integer> units = new LinkedHashMap<>();
        for (Move move : moves) {
            int moved = shipped ? move.shipped() : -move.released() - move.shipped();
            units.merge(move.row().lineId().orElseThrow(), moved, Integer::sum);
        }
        units.values().removeIf(moved -> moved <= 0);
        return units;
    }

    /** SKUs of which anything moved. */
    Set<String> skus() {
        return moves.stream().map(move -> move.row().sku()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Orders of which anything moved. */
    List<Long> orders() {
        return moves.stream()
                .flatMap(move -> move.row().orderId().stream())
                .distinct()
                .sorted()
                .toList();
    }
}

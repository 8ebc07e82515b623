package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Writes shipment notices. A shipment is known by its reference: `new` counts once, `cancel` and `replace` undo what was
 * noticed before, and none of them comes after a newer one. That holds between two messages of one document too; within a
 * message a line stands once for each of its packs. One that is told anew with other units is a problem. The caller locks the SKUs, those
 * of {@link #known} too.
 */
final class NoticeFacts {
    private final Handle handle;
    private final String partner;
    private final long document;
    private final Set<InboundKey> touched = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    NoticeFacts(Handle handle, String partner, long document) {
        this.handle = handle;
        this.partner = partner;
        this.document = document;
    }

    /** A line of a notice; a purchase order or line that it does not name is empty text. */
    record Line(
            String shipment,
            String purpose,
            String po,
            String line,
            String sku,
            int quantity,
            Optional<LocalDate> eta,
            Optional<LocalDate> shipped,
            Optional<String> carrier,
            List<String> tracking,
            Instant noticedAt,
            String position,
            int message) {

        private Line plus(Line more) {
            return new Line(
                    shipment,
                    purpose,
                    po,
                    line,
                    sku,
                    quantity + more.quantity,
                    eta,
                    shipped,
                    carrier,
                    Stream.concat(tracking.stream(), more.tracking.stream())
                            .distinct()
                            .toList(),
                    noticedAt,
                    position,
                    message);
        }

        private Line cancelled() {
            return new Line(
                    shipment, purpose, po, line, sku, 0, eta, shipped, carrier, tracking, noticedAt, position, message);
        }

        private List<String> key() {
            return List.of(shipment, po, line, sku);
        }
    }

    /** A line of a shipment noticed before. */
    record Known(
            String shipment,
            String po,
            String line,
            String sku,
            int quantity,
            Instant noticedAt,
            Optional<Long> documentId) {
        private List<String> key() {
            return List.of(shipment, po, line, sku);
        }
    }

    /** What inbound the notices are about, what they undo included. */
    Set<InboundKey> touched() {
        return touched;
    }

    /** What was said in vain. */
    List<Problem> problems() {
        return problems;
    }

    List<Known> known(Collection<String> shipments) {
        return handle.createQuery(Sql.named("supply/known_notices"))
                .bind("partner", partner)
                .bindArray("shipments", String.class, shipments)
                .map(Rows.of(Known.class))
                .list();
    }

    void write(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, List<Line>> shipments =
                lines.stream().collect(groupingBy(Line::shipment, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Known>> known = known(shipments.keySet()).stream().collect(groupingBy(Known::shipment));
        List<String> undone = new ArrayList<>();
        List<Line> rows = new ArrayList<>();
        shipments.forEach((shipment, of) -> {
            List<Known> before = known.getOrDefault(shipment, List.of());
            // What this very document said when it was read before is said anew: lines that were held then may stand
            // now.
            List<Line> standing = standing(of, ofOthers(before));
            if (standing.isEmpty()) {
                judge(of, before);
                return;
            }
            if (!before.isEmpty()) {
                undone.add(shipment);
                before.forEach(row -> touched.add(new InboundKey(row.po(), row.sku())));
            }
            rows.addAll(standing);
        });
        undo(undone);
        insert(rows);
        rows.forEach(row -> touched.add(new InboundKey(row.po(), row.sku())));
    }

    /** Lines that nothing is left of because their shipment is known: harmless where they say the same. */
    private void judge(List<Line> lines, List<Known> before) {
        Map<List<String>, Integer> said = new HashMap<>();
        Map<List<String>, Integer> is = new HashMap<>();
        lines.forEach(line -> said.merge(line.key(), line.quantity(), Integer::sum));
        before.stream().filter(row -> row.quantity() > 0).forEach(row -> is.put(row.key(), row.quantity()));
        Line first = lines.get(0);
        if (first.purpose().equals("new") && !said.equals(is)) {
            problems.add(
                    new Problem(
                            ProblemCode.CONTROL_REUSED,
                            first.position(),
                            Optional.of(first.shipment()),
                            Optional.of("shipment"),
                            Optional.empty(),
                            "a number that no other shipment has, or the purpose replace: it was told before with other units"));
        }
    }

    private List<Known> ofOthers(List<Known> before) {
        return before.stream()
                .filter(row -> !row.documentId().equals(Optional.of(document)))
                .toList();
    }

    /** What the document leaves standing of one shipment: the last of its messages that counts; nothing where none does. */
    private static List<Line> standing(List<Line> lines, List<Known> before) {
        Map<Integer, List<Line>> messages =
                lines.stream().collect(groupingBy(Line::message, TreeMap::new, Collectors.toList()));
        Optional<Instant> newest = before.stream().map(Known::noticedAt).max(Instant::compareTo);
        List<Line> standing = List.of();
        for (List<Line> message : messages.values()) {
            Line last = message.get(message.size() - 1);
            if (counts(last, newest)) {
                standing = summed(message, last.purpose());
                newest = Optional.of(last.noticedAt());
            }
        }
        return standing;
    }

    private static boolean counts(Line said, Optional<Instant> newest) {
        return newest.isEmpty()
                || !said.purpose().equals("new") && !newest.get().isAfter(said.noticedAt());
    }

    /** The lines of the last purpose that the message names; one line in several packs is one. */
    private static List<Line> summed(List<Line> lines, String purpose) {
        Map<List<String>, Line> summed = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.purpose().equals(purpose)) {
                Line row = purpose.equals("cancel") ? line.cancelled() : line;
                summed.merge(row.key(), row, Line::plus);
            }
        }
        return List.copyOf(summed.values());
    }

    private void undo(List<String> shipments) {
        if (!shipments.isEmpty()) {
            handle.createUpdate(Sql.named("supply/clear_notices"))
                    .bind("partner", partner)
                    .bindArray("shipments", String.class, shipments)
                    .execute();
        }
    }

    private void insert(List<Line> rows) {
        if (rows.isEmpty()) {
            return;
        }
        handle.createUpdate(Sql.named("supply/insert_notices"))
                .bind("partner", partner)
                .bind("document", document)
                .bindArray("shipments", String.class, Columns.of(rows, Line::shipment))
                .bindArray("pos", String.class, Columns.of(rows, Line::po))
                .bindArray("lines", String.class, Columns.of(rows, Line::line))
                .bindArray("skus", String.class, Columns.of(rows, Line::sku))
                .bindArray("quantities", Integer.class, Columns.of(rows, Line::quantity))
                .bindArray("etas", String.class, Columns.texts(rows, Line::eta))
                .bindArray("shipped", String.class, Columns.texts(rows, Line::shipped))
                .bindArray("carriers", String.class, Columns.texts(rows, Line::carrier))
                .bindArray("tracking", String.class, Columns.of(rows, row -> Json.write(row.tracking())))
                .bindArray("noticed_at", String.class, Columns.of(rows, row -> row.noticedAt()
                        .toString()))
                .bindArray("positions", String.class, Columns.of(rows, Line::position))
                .execute();
    }
}

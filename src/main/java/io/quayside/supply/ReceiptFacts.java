package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Writes receipts, once by their reference, and brings their units on hand. Where a line names no purchase order it is taken
 * to be of what is expected soonest, after the lines that name one. SKUs and locations are locked by the caller.
 */
final class ReceiptFacts {
    /** No receipt has as many lines as this. */
    private static final int FURTHER_PARTS = 1_000_000_000;

    private final Handle handle;
    private final Optional<Long> document;
    private final Set<InboundKey> touched =
            new TreeSet<>(Comparator.comparing(InboundKey::po).thenComparing(InboundKey::sku));

    private final Set<Key> written = new HashSet<>();

    ReceiptFacts(Handle handle, Optional<Long> document) {
        this.handle = handle;
        this.document = document;
    }

    /** A line of a receipt. */
    record Line(
            Key key,
            Optional<String> po,
            Optional<String> line,
            String sku,
            int quantity,
            boolean ended,
            Instant receivedAt,
            Optional<String> position) {

        Line of(Optional<String> otherPo, Optional<String> otherLine, int units, boolean last) {
            return new Line(key, otherPo, otherLine, sku, units, last, receivedAt, position);
        }

        Line ending(boolean last) {
            return of(po, line, quantity, last);
        }

        private boolean namesPo() {
            return po.filter(text -> !text.isBlank()).isPresent();
        }
    }

    /** A receipt is known by its reference at its location. */
    record Key(String location, String ref) {}

    /** A stored receipt with the positions of the lines that it has, and the last numbers of lines and of further parts. */
    record Stored(long id, String location, String ref, boolean fresh, List<String> positions, int lines, int parts) {
        Key key() {
            return new Key(location, ref);
        }

        /** A line that was held when the document was read before is not there. */
        boolean has(Line line) {
            return line.position().map(positions::contains).orElse(false);
        }
    }

    /** What inbound the new receipts are about. */
    Set<InboundKey> touched() {
        return touched;
    }

    /** Whether it was not known before. */
    boolean isFresh(Key key) {
        return written.contains(key);
    }

    /** Answers how many stock rows have another on hand now. */
    int write(List<Line> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        Map<Key, List<Line>> receipts = lines.stream().collect(groupingBy(Line::key, LinkedHashMap::new, toList()));
        List<Numbered> numbered = new ArrayList<>();
        for (Stored receipt : insert(receipts)) {
            if (receipt.fresh()) {
                written.add(receipt.key());
            }
            List<Line> of = receipts.get(receipt.key());
            int n = receipt.lines();
            for (Line line : of) {
                if (!receipt.has(line)) {
                    numbered.add(new Numbered(receipt, ++n, line, last(of)));
                }
            }
        }
        insertLines(numbered.stream().filter(row -> row.line().namesPo()).toList());
        insertLines(
                announced(numbered.stream().filter(row -> !row.line().namesPo()).toList()));
        return new StockFacts(handle, document)
                .receive(Columns.of(
                        numbered,
                        row -> new StockFacts.Come(
                                row.line().sku(),
                                row.line().key().location(),
                                row.line().quantity(),
                                row.receivedAt(),
                                row.line().position())));
    }

    private record Numbered(Stored receipt, int n, Line line, Instant receivedAt) {}

    /** The lines in parts by what announced them; of one line the second part and later stand behind all lines. */
    private List<Numbered> announced(List<Numbered> unnamed) {
        if (unnamed.isEmpty()) {
            return List.of();
        }
        new Deriving(handle).derive(touched);
        Announced announced = Announced.at(handle, Columns.of(unnamed, Numbered::line));
        Map<Stored, Integer> counted = new HashMap<>();
        List<Numbered> parts = new ArrayList<>();
        unnamed.stream().sorted(Comparator.comparing(Numbered::receivedAt)).forEach(row -> {
            int n = row.n();
            for (Line part : announced.find(row.line())) {
                parts.add(new Numbered(row.receipt(), n, part, row.receivedAt()));
                n = row.receipt().parts() + counted.merge(row.receipt(), 1, Integer::sum);
            }
        });
        return parts;
    }

    /** A receipt came in at one moment: the last that its lines name. */
    private static Instant last(List<Line> lines) {
        return lines.stream().map(Line::receivedAt).max(Instant::compareTo).orElseThrow();
    }

    private List<Stored> insert(Map<Key, List<Line>> receipts) {
        List<Key> keys = List.copyOf(receipts.keySet());
        return handle.createQuery(Sql.named("supply/insert_receipts"))
                .bind("document", document)
                .bind("parts", FURTHER_PARTS)
                .bindArray("locations", String.class, Columns.of(keys, Key::location))
                .bindArray("refs", String.class, Columns.of(keys, Key::ref))
                .bindArray("received_at", String.class, Columns.of(keys, key -> last(receipts.get(key))
                        .toString()))
                .map(Rows.of(Stored.class))
                .list();
    }

    private void insertLines(List<Numbered> rows) {
        rows.forEach(row -> row.line()
                .po()
                .ifPresent(po -> touched.add(new InboundKey(po, row.line().sku()))));
        handle.createUpdate(Sql.named("supply/insert_receipt_lines"))
                .bindArray("receipts", Long.class, Columns.of(rows, row -> row.receipt()
                        .id()))
                .bindArray("n", Integer.class, Columns.of(rows, Numbered::n))
                .bindArray("pos", String.class, Columns.texts(rows, row -> row.line()
                        .po()))
                .bindArray("lines", String.class, Columns.texts(rows, row -> row.line()
                        .line()))
                .bindArray(
                        "skus", String.class, Columns.of(rows, row -> row.line().sku()))
                .bindArray("quantities", Integer.class, Columns.of(rows, row -> row.line()
                        .quantity()))
                .bindArray("final", Boolean.class, Columns.of(rows, row -> row.line()
                        .ended()))
                .bindArray("positions", String.class, Columns.texts(rows, row -> row.line()
                        .position()))
                .execute();
    }
}

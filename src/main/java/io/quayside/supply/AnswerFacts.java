package io.quayside.supply;

import static java.util.stream.Collectors.toMap;

import io.quayside.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Writes what a partner's document answers to purchase orders: facts, one a record. Their SKUs are locked by the caller. */
final class AnswerFacts {
    private final Handle handle;
    private final long document;

    AnswerFacts(Handle handle, long document) {
        this.handle = handle;
        this.document = document;
    }

    /** Rows of kind `order-ack`. Read again, a document says anew what it said of their purchase orders. */
    void write(List<ChangeRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        handle.createUpdate(Sql.named("supply/delete_answers"))
                .bind("document", document)
                .bindArray("numbers", String.class, Columns.of(rows, AnswerFacts::po))
                .execute();
        handle.createUpdate(Sql.named("supply/insert_answers"))
                .bind("document", document)
                .bindArray("numbers", String.class, Columns.of(rows, AnswerFacts::po))
                .bindArray("lines", String.class, Columns.texts(rows, row -> row.text("line")))
                .bindArray("positions", String.class, Columns.of(rows, ChangeRow::at))
                .bindArray("actions", String.class, Columns.texts(rows, row -> row.text("action")))
                .bindArray("quantities", Integer.class, Columns.of(rows, ChangeRow::quantity))
                .bindArray("dates", String.class, Columns.texts(rows, row -> row.date("date")))
                .bindArray("date_kinds", String.class, Columns.texts(rows, row -> row.text("date_kind")))
                .bindArray("substitutes", String.class, Columns.texts(rows, row -> row.text("substitute_sku")))
                .bindArray("prices", String.class, Columns.texts(rows, row -> row.text("price")))
                .bindArray("answered_at", String.class, Columns.of(rows, row -> row.asOf()
                        .toString()))
                .execute();
    }

    /** Remembers the first moment at which the partner answered, or sent without answering. The purchase orders are locked. */
    static void mark(Handle handle, String partner, List<ChangeRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, Instant> first = rows.stream()
                .collect(toMap(AnswerFacts::po, ChangeRow::asOf, (a, b) -> a.isBefore(b) ? a : b, TreeMap::new));
        List<String> numbers = List.copyOf(first.keySet());
        handle.createUpdate(Sql.named("supply/mark_answered"))
                .bind("partner", partner)
                .bindArray("numbers", String.class, numbers)
                .bindArray("answered_at", String.class, Columns.of(numbers, number -> first.get(number)
                        .toString()))
                .execute();
    }

    static String po(ChangeRow row) {
        return row.text("po").orElse("");
    }
}

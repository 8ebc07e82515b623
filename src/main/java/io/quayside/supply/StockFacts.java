package io.quayside.supply;

import io.quayside.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes facts about on hand, each with its movement (rule 8). SKUs and locations are locked by the caller. */
final class StockFacts {
    private final Handle handle;
    private final Optional<Long> document;

    StockFacts(Handle handle, Optional<Long> document) {
        this.handle = handle;
        this.document = document;
    }

    /**
     * Units counted or stated as of a moment; one a SKU and location.
     *
     * @param quantity empty where a full feed did not name the SKU and that is only remembered
     * @param absent a full feed did not name the SKU
     */
    record Stated(
            String sku,
            String location,
            Optional<Integer> quantity,
            boolean absent,
            Instant asOf,
            Optional<String> position,
            Optional<String> reason) {}

    /** Units that came in. */
    record Come(String sku, String location, int quantity, Instant receivedAt, Optional<String> position) {}

    /** Answers how many stock rows have another on hand now. */
    int state(List<Stated> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return handle.createQuery(Sql.named("supply/state_stock"))
                .bind("document", document)
                .bindArray("skus", String.class, Columns.of(rows, Stated::sku))
                .bindArray("locations", String.class, Columns.of(rows, Stated::location))
                .bindArray("quantities", Integer.class, Columns.of(rows, row -> row.quantity()
                        .orElse(null)))
                .bindArray("absent", Boolean.class, Columns.of(rows, Stated::absent))
                .bindArray("as_of", String.class, Columns.of(rows, row -> row.asOf()
                        .toString()))
                .bindArray("positions", String.class, Columns.texts(rows, Stated::position))
                .bindArray("reasons", String.class, Columns.texts(rows, Stated::reason))
                .mapTo(Integer.class)
                .one();
    }

    /** Answers how many stock rows have another on hand now. */
    int receive(List<Come> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return handle.createQuery(Sql.named("supply/receive_stock"))
                .bind("document", document)
                .bindArray("skus", String.class, Columns.of(rows, Come::sku))
                .bindArray("locations", String.class, Columns.of(rows, Come::location))
                .bindArray("quantities", Integer.class, Columns.of(rows, Come::quantity))
                .bindArray("received_at", String.class, Columns.of(rows, row -> row.receivedAt()
                        .toString()))
                .bindArray("positions", String.class, Columns.texts(rows, Come::position))
                .mapTo(Integer.class)
                .one();
    }
}

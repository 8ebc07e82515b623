package io.quayside.supply.dropship;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.Problem;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.Columns;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A purchase order while it is written, its row and the SKUs of its lines locked.
 *
 * @param body as its form is given it, as JSON
 * @param lineIds of the customer's order; {@code quantities} of each
 */
record UnwrittenOrder(
        String number,
        long orderId,
        String partner,
        String location,
        String body,
        List<Long> lineIds,
        List<Integer> quantities) {

    static Optional<UnwrittenOrder> find(Handle handle, String number) {
        return handle.createQuery(Sql.named("dropship/to_write"))
                .bind("number", number)
                .map(Rows.of(UnwrittenOrder.class))
                .findOne();
    }

    JsonNode order() {
        return Json.tree(body);
    }

    /** Units to release, by line of the customer's order. */
    Map<Long, Integer> units() {
        Map<Long, Integer> units = new LinkedHashMap<>();
        for (int i = 0; i < lineIds.size(); i++) {
            units.merge(lineIds.get(i), quantities.get(i), Integer::sum);
        }
        return units;
    }

    /** It is written as this document, which says so much otherwise than the data. */
    void written(Handle handle, long document, Instant at, List<Problem> problems) {
        handle.createUpdate(Sql.named("dropship/written"))
                .bind("number", number)
                .bind("document", document)
                .bind("at", at)
                .execute();
        if (!problems.isEmpty()) {
            handle.createUpdate(Sql.named("dropship/tell_document"))
                    .bind("document", document)
                    .bindArray("codes", String.class, Columns.of(problems, problem -> problem.code()
                            .word()))
                    .bindArray("at", String.class, Columns.of(problems, Problem::at))
                    .bindArray("values", String.class, Columns.of(problems, problem -> problem.value()
                            .orElse("")))
                    .bindArray("fields", String.class, Columns.of(problems, problem -> problem.field()
                            .orElse("")))
                    .bindArray("writes", String.class, Columns.of(problems, Problem::write))
                    .execute();
        }
    }
}

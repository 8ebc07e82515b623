package io.quayside.supply;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Writes what a partner's document says is coming: statements under references, and the lists beside an inventory. */
final class InboundFacts {
    private final Handle handle;
    private final String partner;
    private final long document;

    InboundFacts(Handle handle, String partner, long document) {
        this.handle = handle;
        this.partner = partner;
        this.document = document;
    }

    /** Rows of kind `inbound`; answers what inbound they are about. The last of a reference counts. */
    Set<InboundKey> state(List<ChangeRow> changes) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        Map<List<String>, ChangeRow> last = new LinkedHashMap<>();
        changes.forEach(row -> last.put(List.of(ref(row), row.sku(), row.location()), row));
        List<ChangeRow> rows = List.copyOf(last.values());
        handle.createUpdate(Sql.named("supply/state_inbound"))
                .bind("partner", partner)
                .bind("document", document)
                .bindArray("refs", String.class, Columns.of(rows, InboundFacts::ref))
                .bindArray("skus", String.class, Columns.of(rows, ChangeRow::sku))
                .bindArray("locations", String.class, Columns.of(rows, ChangeRow::location))
                .bindArray("quantities", Integer.class, Columns.of(rows, ChangeRow::quantity))
                .bindArray("etas", String.class, Columns.texts(rows, row -> row.date("eta")))
                .bindArray("as_of", String.class, Columns.of(rows, row -> row.asOf()
                        .toString()))
                .bindArray("positions", String.class, Columns.of(rows, ChangeRow::at))
                .execute();
        return rows.stream().map(row -> InboundKey.ofRef(ref(row), row.sku())).collect(Collectors.toSet());
    }

    private static String ref(ChangeRow row) {
        return row.text("ref").orElse("");
    }

    private record Entry(ChangeRow row, JsonNode json) {}

    /** Rows of kind `inventory` that carry a list of what is coming; must be called before their stock is stated. */
    void replaceIncoming(List<ChangeRow> inventory) {
        List<ChangeRow> rows = inventory.stream()
                .filter(row -> row.record().path("incoming").isArray())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        rows.forEach(row -> row.record().path("incoming").forEach(entry -> entries.add(new Entry(row, entry))));
        handle.createUpdate(Sql.named("supply/replace_incoming"))
                .bind("partner", partner)
                .bind("document", document)
                .bindArray("skus", String.class, Columns.of(rows, ChangeRow::sku))
                .bindArray("locations", String.class, Columns.of(rows, ChangeRow::location))
                .bindArray("as_of", String.class, Columns.of(rows, row -> row.asOf()
                        .toString()))
                .bindArray("positions", String.class, Columns.of(rows, ChangeRow::at))
                .bindArray("entry_skus", String.class, Columns.of(entries, entry -> entry.row()
                        .sku()))
                .bindArray("entry_locations", String.class, Columns.of(entries, entry -> entry.row()
                        .location()))
                .bindArray("entry_quantities", Integer.class, Columns.of(entries, entry -> entry.json()
                        .path("quantity")
                        .asInt()))
                .bindArray("entry_etas", String.class, Columns.of(entries, entry -> entry.json()
                        .path("eta")
                        .asText(null)))
                .execute();
    }
}

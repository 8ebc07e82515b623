package io.quayside.supply.dropship;

import io.quayside.store.Sql;
import io.quayside.supply.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes cuts as purchase orders, by one statement a table however many there are. */
final class CutStore {
    private final Handle handle;
    private final Instant at;

    CutStore(Handle handle, Instant at) {
        this.handle = handle;
        this.at = at;
    }

    void write(List<Cut> cuts) {
        if (cuts.isEmpty()) {
            return;
        }
        Map<Cut.Place, String> numbers = numbers(cuts);
        List<Row> rows = rows(cuts, numbers);
        update("write_lines")
                .bindArray("numbers", String.class, Columns.of(rows, Row::number))
                .bindArray("lines", String.class, Columns.of(rows, Row::line))
                .bindArray(
                        "skus", String.class, Columns.of(rows, row -> row.cut().sku()))
                .bindArray("quantities", Integer.class, Columns.of(rows, row -> row.cut()
                        .units()))
                .bindArray("line_ids", Long.class, Columns.of(rows, row -> row.cut()
                        .lineId()))
                .execute();
        update("delete_lines")
                .bindArray("numbers", String.class, numbers.values())
                .execute();
        update("end_purchase_orders")
                .bindArray("numbers", String.class, numbers.values())
                .execute();
        update("touch_purchase_orders")
                .bindArray("numbers", String.class, numbers.values())
                .bind("at", at)
                .execute();
    }

    /** The purchase order of each place; made where there is none. */
    private Map<Cut.Place, String> numbers(List<Cut> cuts) {
        Map<Cut.Place, String> numbers = new LinkedHashMap<>();
        cuts.forEach(cut -> cut.number().ifPresent(number -> numbers.put(cut.place(), number)));
        List<Cut.Place> fresh = cuts.stream()
                .map(Cut::place)
                .distinct()
                .filter(place -> !numbers.containsKey(place))
                .toList();
        List<String> given = next(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            numbers.put(fresh.get(i), given.get(i));
        }
        update("insert_purchase_orders")
                .bindArray("numbers", String.class, given)
                .bindArray("orders", Long.class, Columns.of(fresh, Cut.Place::orderId))
                .bindArray("locations", String.class, Columns.of(fresh, Cut.Place::location))
                .bind("at", at)
                .execute();
        return numbers;
    }

    private List<String> next(int count) {
        List<String> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            numbers.addAll(handle.createQuery(Sql.named("dropship/next_numbers"))
                    .bind("count", count - numbers.size())
                    .mapTo(String.class)
                    .list());
        }
        return numbers;
    }

    /** Lines of a purchase order are numbered from 1. */
    private static List<Row> rows(List<Cut> cuts, Map<Cut.Place, String> numbers) {
        Map<String, Integer> last = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Cut cut : cuts) {
            String number = numbers.get(cut.place());
            last.putIfAbsent(number, cut.lastLine());
            String line = cut.line().orElseGet(() -> String.valueOf(last.merge(number, 1, Integer::sum)));
            rows.add(new Row(number, line, cut));
        }
        return rows;
    }

    private record Row(String number, String line, Cut cut) {}

    private Update update(String name) {
        return handle.createUpdate(Sql.named("dropship/" + name));
    }
}

package io.quayside.supply.orders;

import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.Columns;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** An order whose SKUs are locked, with its lines, while a call changes it. */
final class OrderState {
    final Head head;
    final Map<String, LineState> lines = new LinkedHashMap<>();

    private OrderState(Head head) {
        this.head = head;
    }

    /** The order's own columns. */
    record Head(long id, String storefront, String number, String ship, int priority, boolean hold) {}

    record LineRow(long id, String line, String sku, int quantity, int shipped, int cancelled) {}

    record HeldRow(long lineId, String location, Instant since, int quantity) {}

    record PickedRow(long lineId, String location, int quantity) {}

    /** Locks the SKUs of the order, then the order, and loads it; refuses with 404 where there is none. */
    static OrderState lock(Handle handle, Replanning replanning, String storefront, String number) {
        return lock(
                handle, replanning, OrderRow.find(handle, storefront, number).id());
    }

    /** Likewise for an order that is there. */
    static OrderState lock(Handle handle, Replanning replanning, long id) {
        replanning.lock(
                handle,
                query(handle, "supply/skus_of_order", id).mapTo(String.class).list());
        OrderState order = new OrderState(
                query(handle, "orders/lock_order", id).map(Rows.of(Head.class)).one());
        Map<Long, LineState> byId = new LinkedHashMap<>();
        for (LineRow row : rows(handle, "orders/lines_of_order", id, LineRow.class)) {
            LineState line =
                    new LineState(row.id(), row.line(), row.sku(), row.quantity(), row.shipped(), row.cancelled());
            byId.put(row.id(), line);
            order.lines.put(row.line(), line);
        }
        rows(handle, "orders/allocations_of_order", id, HeldRow.class).forEach(row -> byId.get(row.lineId())
                .holds(new LineState.Shelf(row.location(), row.since(), row.quantity())));
        rows(handle, "orders/released_of_order", id, PickedRow.class)
                .forEach(row -> byId.get(row.lineId()).isPicked(row.location(), row.quantity()));
        return order;
    }

    /** After its lines were written: judges it again where it ships complete, and plans its SKUs again. */
    void planAgain(Handle handle, Replanning replanning, Trigger trigger) {
        replanning.judgeLater(
                handle,
                query(handle, "orders/is_complete", head.id()).mapTo(Long.class).list());
        replanning.replan(handle, skus(), trigger);
    }

    Set<String> skus() {
        return new TreeSet<>(Columns.of(lines.values(), line -> line.sku));
    }

    /** The line of that name, for a body's {@code /lines/n}; refuses with 422 where there is none. */
    LineState line(String name, int n) {
        LineState line = lines.get(name);
        if (line == null) {
            String detail = "the order has no line " + name + "; it has " + String.join(", ", lines.keySet());
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    "/lines/" + n + "/line: " + detail,
                    new Refusal.Place("/lines/" + n + "/line", detail));
        }
        return line;
    }

    /** Writes the lines as they are now. */
    void write(Handle handle, Collection<LineState> changed) {
        record Held(long line, LineState.Shelf shelf) {}
        record Picked(long line, String location, int units) {}
        List<Held> held = flat(changed, line -> line.shelves().stream().map(shelf -> new Held(line.id, shelf)));
        handle.createUpdate(Sql.named("orders/write_allocations"))
                .bindArray("changed", Long.class, Columns.of(changed, line -> line.id))
                .bindArray("lines", Long.class, Columns.of(held, Held::line))
                .bindArray("locations", String.class, Columns.of(held, row -> row.shelf()
                        .location()))
                .bindArray("since", String.class, Columns.of(held, row -> row.shelf()
                        .since()
                        .toString()))
                .bindArray("quantities", Integer.class, Columns.of(held, row -> row.shelf()
                        .units()))
                .execute();
        List<Picked> picked = flat(changed, line -> line.picking().entrySet().stream()
                .map(at -> new Picked(line.id, at.getKey(), at.getValue())));
        handle.createUpdate(Sql.named("orders/write_released"))
                .bindArray("changed", Long.class, Columns.of(changed, line -> line.id))
                .bindArray("lines", Long.class, Columns.of(picked, Picked::line))
                .bindArray("locations", String.class, Columns.of(picked, Picked::location))
                .bindArray("quantities", Integer.class, Columns.of(picked, Picked::units))
                .execute();
        handle.createUpdate(Sql.named("orders/write_lines"))
                .bindArray("lines", Long.class, Columns.of(changed, line -> line.id))
                .bindArray("open", Integer.class, Columns.of(changed, LineState::open))
                .bindArray("released", Integer.class, Columns.of(changed, LineState::released))
                .bindArray("shipped", Integer.class, Columns.of(changed, LineState::shipped))
                .bindArray("cancelled", Integer.class, Columns.of(changed, LineState::cancelled))
                .execute();
    }

    private static <T extends Record> List<T> rows(Handle handle, String name, long order, Class<T> type) {
        return query(handle, name, order).map(Rows.of(type)).list();
    }

    private static Query query(Handle handle, String name, long order) {
        return handle.createQuery(Sql.named(name)).bind("order", order);
    }

    private static <T, R> List<R> flat(Collection<T> rows, Function<T, Stream<R>> parts) {
        return rows.stream().flatMap(parts).toList();
    }
}

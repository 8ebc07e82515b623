package io.quayside.supply.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Lines of new orders that the plan could not fill, or only by making others wait, where nobody may, in the order of demand. */
record StuckLines(List<Line> lines) {

    /** One of them; {@code reason} ends the sentence "SKU …". */
    record Line(
            long id,
            long lineId,
            String storefront,
            String number,
            String line,
            String sku,
            boolean sold,
            int waiting,
            String reason,
            boolean givesWay) {
        String why() {
            return waiting > 0
                    ? "%d of %s cannot be filled, and it %s".formatted(waiting, sku, reason)
                    : "%s would have to be taken from other orders, and it %s".formatted(sku, reason);
        }

        NewOrder.Key order() {
            return new NewOrder.Key(storefront, number);
        }
    }

    /** Units of a SKU that wait. */
    record Before(String sku, int units) {}

    /** What waits before the orders come, of SKUs that may not wait without end. */
    static List<Before> before(Handle handle, Collection<String> skus) {
        return handle.createQuery(Sql.named("orders/waiting_units"))
                .bindArray("skus", String.class, skus)
                .map(Rows.of(Before.class))
                .list();
    }

    /** Those of the orders, which hold these SKUs; planned already. */
    static StuckLines find(Handle handle, Collection<Long> orders, Collection<String> skus, List<Before> before) {
        return new StuckLines(handle.createQuery(Sql.named("orders/lines_that_may_not_wait"))
                .bindArray("orders", Long.class, orders)
                .bindArray("skus", String.class, skus)
                .bindArray(
                        "before_skus",
                        String.class,
                        before.stream().map(Before::sku).toList())
                .bindArray(
                        "before_units",
                        Integer.class,
                        before.stream().map(Before::units).toList())
                .map(Rows.of(Line.class))
                .list());
    }

    /** Marks the lines of orders that are sold already as exceptions; answers the ids of those orders. */
    Set<Long> markSold(Handle handle) {
        List<Line> sold =
                lines.stream().filter(line -> line.sold() && line.waiting() > 0).toList();
        if (!sold.isEmpty()) {
            handle.createUpdate(Sql.named("orders/mark_exceptions"))
                    .bindArray(
                            "lines", Long.class, sold.stream().map(Line::lineId).toList())
                    .execute();
        }
        return sold.stream().map(Line::id).collect(toCollection(TreeSet::new));
    }

    /**
     * Why the others are refused, by their place in the call. Of each SKU only those are, up to the first that holds
     * anything: it may be all that stands in the way of the next.
     */
    Map<Integer, Refusal> refusals(Map<Integer, NewOrder> orders) {
        Map<NewOrder.Key, List<Line>> refused = lines.stream()
                .filter(line -> !line.sold())
                .collect(groupingBy(Line::order, LinkedHashMap::new, toList()));
        Map<Integer, Refusal> refusals = new LinkedHashMap<>();
        Set<String> skus = new HashSet<>();
        refused.forEach((key, stuck) -> {
            List<String> own = stuck.stream().map(Line::sku).toList();
            List<Integer> places = places(orders, key);
            boolean isFirst = own.stream().noneMatch(skus::contains);
            if (isFirst) {
                places.forEach(n -> refusals.put(n, refusal(orders.get(n), stuck)));
            }
            if (!isFirst || givesWay(stuck, places, orders)) {
                skus.addAll(own);
            }
        });
        return refusals;
    }

    private static List<Integer> places(Map<Integer, NewOrder> orders, NewOrder.Key key) {
        return orders.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(key))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether somebody else gets anything when this order goes: what its stuck lines hold, or its other lines. */
    private static boolean givesWay(List<Line> stuck, List<Integer> places, Map<Integer, NewOrder> orders) {
        return stuck.stream().anyMatch(Line::givesWay)
                || places.stream().anyMatch(n -> orders.get(n).lines().size() > stuck.size());
    }

    private static Refusal refusal(NewOrder order, List<Line> stuck) {
        List<String> names = order.lines().stream().map(NewOrder.Line::line).toList();
        Refusal.Place[] places = stuck.stream()
                .map(line -> new Refusal.Place("/lines/" + names.indexOf(line.line()) + "/quantity", line.why()))
                .toArray(Refusal.Place[]::new);
        return new Refusal(
                Refusal.Kind.CONFLICT,
                places[0].pointer() + ": " + places[0].detail() + "; order less, or send \"sold\": true",
                places);
    }
}

package io.quayside.supply.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Events;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.OrderView;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
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
 * Places orders in the caller's transaction, set-based: lock their SKUs, store them, plan, and look whether each line was
 * filled or may wait. What may not undoes the whole transaction by {@link Unfillable}, because the plan that showed it has
 * moved others too.
 */
public final class Placing {
    private final Replanning replanning;
    private final Events events;
    private final InstantSource clock;

    public Placing(Replanning replanning, Events events, InstantSource clock) {
        this.replanning = replanning;
        this.events = events;
        this.clock = clock;
    }

    /** Orders, by their place in the call, that cannot be stored. */
    static final class Unfillable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Map<Integer, Refusal> refusals;

        Unfillable(Map<Integer, Refusal> refusals) {
            super("orders that can neither be filled nor backordered", null, false, false);
            this.refusals = refusals;
        }

        Map<Integer, Refusal> refusals() {
            return refusals;
        }
    }

    Map<Integer, Orders.Placed> place(Handle handle, Map<Integer, NewOrder> orders) {
        Map<Integer, Orders.Placed> settled = new LinkedHashMap<>();
        Map<Integer, NewOrder> open = new LinkedHashMap<>(orders);
        Set<String> skus = new TreeSet<>();
        open.values().forEach(order -> order.lines().forEach(line -> skus.add(line.sku())));
        replanning.lock(handle, skus);
        UnknownSkus.refusals(handle, skus, open).forEach((n, refusal) -> {
            open.remove(n);
            settled.put(n, Orders.Placed.refused(refusal));
        });

        Map<NewOrder.Key, OrderRow> known = OrderRow.find(handle, keys(open.values()));
        List<NewOrder> fresh = fresh(open.values(), known);
        List<StuckLines.Before> before = StuckLines.before(handle, skus);
        List<OrderRow> stored = insert(handle, fresh);
        stored.forEach(row -> known.put(row.key(), row));
        Set<Long> ids = new HashSet<>(stored.stream().map(OrderRow::id).toList());
        if (stored.size() < fresh.size()) {
            known.putAll(OrderRow.find(handle, keys(open.values())));
        }
        Set<String> touched = skusOf(stored, fresh);
        replanning.replan(handle, touched, trigger(stored));
        settleStuck(handle, StuckLines.find(handle, ids, touched, before), open);
        settled.putAll(answers(handle, open, known, ids));
        return settled;
    }

    private static Trigger trigger(List<OrderRow> stored) {
        return stored.size() == 1
                ? Trigger.order(stored.get(0).storefront(), stored.get(0).number())
                : Trigger.call("orders");
    }

    private static List<NewOrder.Key> keys(Collection<NewOrder> orders) {
        return orders.stream().map(NewOrder::key).toList();
    }

    /** Those that are not stored yet; of two with one number the first. */
    private static List<NewOrder> fresh(Collection<NewOrder> orders, Map<NewOrder.Key, OrderRow> known) {
        Map<NewOrder.Key, NewOrder> fresh = new LinkedHashMap<>();
        orders.stream()
                .filter(order -> !known.containsKey(order.key()))
                .forEach(order -> fresh.putIfAbsent(order.key(), order));
        return List.copyOf(fresh.values());
    }

    private static List<OrderRow> insert(Handle handle, List<NewOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        handle.createUpdate(Sql.named("orders/insert_storefronts"))
                .bindArray(
                        "storefronts",
                        String.class,
                        orders.stream().map(NewOrder::storefront).distinct().toList())
                .execute();
        List<ObjectNode> heads = new ArrayList<>();
        Map<NewOrder.Key, NewOrder> byKey = new HashMap<>();
        for (NewOrder order : orders) {
            ObjectNode head = Json.MAPPER.valueToTree(order);
            head.remove("lines");
            heads.add(head.put("hash", order.hash()));
            byKey.put(order.key(), order);
        }
        List<OrderRow> stored = handle.createQuery(Sql.named("orders/insert_orders"))
                .bind("orders", Json.write(heads))
                .map(Rows.of(OrderRow.class))
                .list();
        handle.createUpdate(Sql.named("orders/insert_order_lines"))
                .bindArray("ids", Long.class, stored.stream().map(OrderRow::id).toList())
                .bindArray(
                        "lines",
                        String.class,
                        stored.stream()
                                .map(row -> Json.write(byKey.get(row.key()).lines()))
                                .toList())
                .execute();
        return stored;
    }

    private static Set<String> skusOf(List<OrderRow> stored, List<NewOrder> orders) {
        Set<NewOrder.Key> keys =
                new HashSet<>(stored.stream().map(OrderRow::key).toList());
        Set<String> skus = new TreeSet<>();
        orders.stream().filter(order -> keys.contains(order.key())).forEach(order -> order.lines()
                .forEach(line -> skus.add(line.sku())));
        return skus;
    }

    /** Marks what was sold all the same, and throws for the rest. */
    private void settleStuck(Handle handle, StuckLines stuck, Map<Integer, NewOrder> open) {
        Map<Integer, Refusal> refusals = stuck.refusals(open);
        if (!refusals.isEmpty()) {
            throw new Unfillable(refusals);
        }
        Set<Long> excepted = stuck.markSold(handle);
        if (!excepted.isEmpty()) {
            new Notices(handle, events, clock.instant()).ordersChanged(excepted);
        }
    }

    private static Map<Integer, Orders.Placed> answers(
            Handle handle, Map<Integer, NewOrder> open, Map<NewOrder.Key, OrderRow> known, Set<Long> fresh) {
        Set<Long> ids = new TreeSet<>(known.values().stream().map(OrderRow::id).toList());
        Map<Long, ObjectNode> views = OrderView.of(handle, ids);
        Set<Long> told = new HashSet<>(fresh);
        Map<Integer, Orders.Placed> answers = new LinkedHashMap<>();
        open.forEach((n, order) -> {
            OrderRow row = known.get(order.key());
            answers.put(
                    n,
                    row.hash().equals(order.hash())
                            ? new Orders.Placed(
                                    Optional.of(views.get(row.id())), told.remove(row.id()), Optional.empty())
                            : Orders.Placed.refused(
                                    new Refusal(
                                            Refusal.Kind.CONFLICT,
                                            "order " + order.key()
                                                    + " is stored with another content; change it by PATCH, pick, ship or cancel")));
        });
        return answers;
    }
}

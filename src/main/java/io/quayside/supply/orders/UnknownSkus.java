package io.quayside.supply.orders;

import io.quayside.store.Refusal;
import io.quayside.store.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Orders of what we do not sell. */
final class UnknownSkus {
    private UnknownSkus() {}

    /** A refusal for each order, by its place in the call, that names a SKU which is no item; all those lines are named. */
    static Map<Integer, Refusal> refusals(Handle handle, Set<String> skus, Map<Integer, NewOrder> orders) {
        Set<String> unknown = new HashSet<>(handle.createQuery(Sql.named("orders/unknown_skus"))
                .bindArray("skus", String.class, skus)
                .mapTo(String.class)
                .list());
        Map<Integer, Refusal> refusals = new LinkedHashMap<>();
        if (!unknown.isEmpty()) {
            orders.forEach((n, order) -> {
                List<Refusal.Place> places = places(order, unknown);
                if (!places.isEmpty()) {
                    refusals.put(
                            n,
                            new Refusal(
                                    Refusal.Kind.UNPROCESSABLE,
                                    places.get(0).pointer() + ": "
                                            + places.get(0).detail(),
                                    places.toArray(Refusal.Place[]::new)));
                }
            });
        }
        return refusals;
    }

    private static List<Refusal.Place> places(NewOrder order, Set<String> unknown) {
        List<Refusal.Place> places = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            String sku = order.lines().get(i).sku();
            if (unknown.contains(sku)) {
                places.add(new Refusal.Place("/lines/" + i + "/sku", "there is no item " + sku + "; store it first"));
            }
        }
        return places;
    }
}

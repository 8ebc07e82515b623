package io.quayside.supply.orders;

import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A stored order by its names; {@code hash} tells two bodies of one number apart. */
record OrderRow(long id, String storefront, String number, String hash) {

    NewOrder.Key key() {
        return new NewOrder.Key(storefront, number);
    }

    /** Those of the orders that are stored. */
    static Map<NewOrder.Key, OrderRow> find(Handle handle, Collection<NewOrder.Key> keys) {
        Map<NewOrder.Key, OrderRow> found = new HashMap<>();
        handle.createQuery(Sql.named("orders/find_orders"))
                .bindArray(
                        "storefronts",
                        String.class,
                        keys.stream().map(NewOrder.Key::storefront).toList())
                .bindArray(
                        "numbers",
                        String.class,
                        keys.stream().map(NewOrder.Key::number).toList())
                .map(Rows.of(OrderRow.class))
                .forEach(row -> found.put(row.key(), row));
        return found;
    }

    /** The order, or a refusal with 404. */
    static OrderRow find(Handle handle, String storefront, String number) {
        NewOrder.Key key = new NewOrder.Key(storefront, number);
        OrderRow row = find(handle, List.of(key)).get(key);
        if (row == null) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "there is no order " + key);
        }
        return row;
    }
}

package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Keys;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Orders as {@code GET /v1/orders/…} gives them; the same object is what {@code order.changed} tells. */
public final class OrderView {
    private OrderView() {}

    /** An order's row. */
    record Seen(long id, String seen) {}

    /** The orders with these ids, by id in rising order; one statement however many they are. */
    public static Map<Long, ObjectNode> of(Handle handle, Collection<Long> orders) {
        Map<Long, ObjectNode> views = new LinkedHashMap<>();
        handle.createQuery(Sql.named("supply/view_orders"))
                .bindArray("orders", Long.class, orders)
                .map(Rows.of(Seen.class))
                .forEach(row -> views.put(row.id(), withPlainTimes(row.seen())));
        return views;
    }

    /** What is told of an order that has changed; {@code order} is as seen here. */
    public static Event changed(ObjectNode order, Instant now) {
        String storefront = order.path("storefront").asText();
        String key = Keys.order(storefront, order.path("number").asText());
        return new Event(EventType.ORDER_CHANGED, key, Optional.of(storefront), now, order);
    }

    private static ObjectNode withPlainTimes(String json) {
        ObjectNode order = (ObjectNode) Json.tree(json);
        plainTime(order, "placed_at");
        order.path("lines").forEach(line -> line.path("shipments")
                .forEach(parcel -> plainTime((ObjectNode) parcel, "shipped_at")));
        return order;
    }

    /** PostgreSQL writes UTC as +00:00, the contracts as Z. */
    private static void plainTime(ObjectNode object, String field) {
        object.put(
                field,
                OffsetDateTime.parse(object.path(field).asText()).toInstant().toString());
    }
}

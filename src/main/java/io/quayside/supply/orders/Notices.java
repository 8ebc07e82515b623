package io.quayside.supply.orders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.outbox.Keys;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import io.quayside.supply.OrderView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tells what calls did to orders, in their transaction. */
final class Notices {
    private final Handle handle;
    private final Events events;
    private final Instant now;

    Notices(Handle handle, Events events, Instant now) {
        this.handle = handle;
        this.events = events;
        this.now = now;
    }

    /** The orders as they are now. They are locked, so that what is told of each is in the order of commit. */
    void ordersChanged(Collection<Long> ids) {
        handle.createQuery(Sql.named("supply/lock_orders"))
                .bindArray("orders", Long.class, ids)
                .mapTo(Long.class)
                .list();
        List<Event> told = new ArrayList<>();
        OrderView.of(handle, ids).values().forEach(order -> told.add(event(order)));
        events.write(handle, told);
    }

    /** Something happened to units of lines; each is told with what the line is now. */
    void lines(EventType type, OrderState order, Map<LineState, Integer> units, String reason) {
        List<Event> told = new ArrayList<>();
        units.forEach((line, quantity) -> {
            ObjectNode data = line(order.head, line).put("quantity", quantity);
            data.put("ordered", line.quantity());
            data.put("allocated", line.allocated());
            data.put("backordered", line.open() - line.allocated());
            data.put("released", line.released());
            data.put("shipped", line.shipped());
            data.put("cancelled", line.cancelled());
            data.put("reason", reason);
            told.add(new Event(
                    type,
                    Keys.line(order.head.storefront(), order.head.number(), line.line),
                    Optional.of(order.head.storefront()),
                    now,
                    data));
        });
        events.write(handle, told);
    }

    /** A parcel has left. */
    void shipment(OrderState order, long id, Fulfilment.Parcel parcel, Instant at, Map<LineState, Integer> units) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("storefront", order.head.storefront());
        data.put("order", order.head.number());
        data.put("shipment", Long.toString(id));
        data.put("location", parcel.location());
        parcel.carrier().ifPresent(carrier -> data.put("carrier", carrier));
        ArrayNode tracking = data.putArray("tracking");
        parcel.tracking().ifPresent(numbers -> numbers.forEach(tracking::add));
        data.put("shipped_at", at.toString());
        ArrayNode lines = data.putArray("lines");
        units.forEach((line, quantity) ->
                lines.addObject().put("line", line.line).put("sku", line.sku).put("quantity", quantity));
        String storefront = order.head.storefront();
        Event event = new Event(
                EventType.SHIPMENT_CREATED,
                Keys.order(storefront, order.head.number()),
                Optional.of(storefront),
                now,
                data);
        events.write(handle, List.of(event));
    }

    private static ObjectNode line(OrderState.Head order, LineState line) {
        return Json.MAPPER
                .createObjectNode()
                .put("storefront", order.storefront())
                .put("order", order.number())
                .put("line", line.line)
                .put("sku", line.sku);
    }

    private Event event(ObjectNode order) {
        String storefront = order.path("storefront").asText();
        String number = order.path("number").asText();
        return new Event(EventType.ORDER_CHANGED, Keys.order(storefront, number), Optional.of(storefront), now, order);
    }
}

package io.quayside.supply.orders;

import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.supply.LineFact;
import io.quayside.supply.OrderView;
import io.quayside.supply.ParcelFact;
import io.quayside.supply.Replanning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        Replanning.lockOrders(handle, ids);
        List<Event> told = new ArrayList<>();
        OrderView.of(handle, ids).values().forEach(order -> told.add(OrderView.changed(order, now)));
        events.write(handle, told);
    }

    /** Something happened to units of lines; each is told with what the line is now. */
    void lines(EventType type, OrderState order, Map<LineState, Integer> units, String reason) {
        List<Event> told = new ArrayList<>();
        units.forEach((line, quantity) -> told.add(fact(order.head, line).event(type, quantity, reason, now)));
        events.write(handle, told);
    }

    /** A parcel has left. */
    void shipment(OrderState order, long id, Fulfilment.Parcel parcel, Instant at, Map<LineState, Integer> units) {
        List<ParcelFact.Packed> packed = new ArrayList<>();
        units.forEach((line, quantity) -> packed.add(new ParcelFact.Packed(line.line, line.sku, quantity)));
        ParcelFact fact = new ParcelFact(
                order.head.storefront(),
                order.head.number(),
                parcel.location(),
                parcel.carrier(),
                parcel.tracking().orElse(List.of()),
                at,
                packed);
        events.write(handle, List.of(fact.event(id, now)));
    }

    private static LineFact fact(OrderState.Head order, LineState line) {
        return new LineFact(
                line.id,
                order.storefront(),
                order.number(),
                line.line,
                line.sku,
                line.quantity(),
                line.allocated(),
                line.open() - line.allocated(),
                line.released(),
                line.shipped(),
                line.cancelled());
    }
}

package io.quayside.supply.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.store.Database;
import io.quayside.store.Refusal;
import io.quayside.store.Sql;
import io.quayside.supply.Happened;
import io.quayside.supply.OrderView;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What happens to orders once they are placed: picked, shipped, cancelled, changed. Each call is one transaction: the order's SKUs
 * are locked, its lines written and told, the SKUs planned again. Thread-safe.
 */
public final class Fulfilment {
    private final Database database;
    private final Replanning replanning;
    private final Events events;
    private final InstantSource clock;

    public Fulfilment(Database database, Replanning replanning, Events events, InstantSource clock) {
        this.database = database;
        this.replanning = replanning;
        this.events = events;
        this.clock = clock;
    }

    /** Units of a line at a location. */
    public record Pick(String line, int quantity, String location) {}

    /** Units of a line. */
    public record Part(String line, int quantity) {}

    /** A parcel; {@code shippedAt} is now where it is left out. */
    public record Parcel(
            String location,
            Optional<String> carrier,
            Optional<List<String>> tracking,
            Optional<Instant> shippedAt,
            List<Part> lines) {}

    /** Gives allocated units to picking; refuses with 409 what is not allocated there any more. */
    public ObjectNode pick(String storefront, String number, List<Pick> picks) {
        return change(storefront, number, (handle, order, notices) -> {
            mayLeave(order);
            Map<LineState, Integer> picked = new LinkedHashMap<>();
            for (int n = 0; n < picks.size(); n++) {
                Pick pick = picks.get(n);
                LineState line = order.line(pick.line(), n);
                int there = line.allocatedAt(pick.location());
                if (there < pick.quantity()) {
                    throw tooFew(n, "%d of line %s are allocated at %s".formatted(there, pick.line(), pick.location()));
                }
                line.pick(pick.location(), pick.quantity());
                picked.merge(line, pick.quantity(), Integer::sum);
            }
            order.write(handle, picked.keySet());
            notices.lines(EventType.LINE_RELEASED, order, picked, "given to picking");
        });
    }

    /** Units released there, or allocated there, have left; refuses with 409 what is neither. A partner's notice of them changes nothing more. */
    public ObjectNode ship(String storefront, String number, Parcel parcel) {
        return change(storefront, number, (handle, order, notices) -> {
            mayLeave(order);
            Map<LineState, Integer> shipped = new LinkedHashMap<>();
            Map<Long, Integer> released = new LinkedHashMap<>();
            for (int n = 0; n < parcel.lines().size(); n++) {
                Part part = parcel.lines().get(n);
                LineState line = order.line(part.line(), n);
                int there = line.releasedAt(parcel.location()) + line.allocatedAt(parcel.location());
                if (there < part.quantity()) {
                    throw tooFew(
                            n,
                            "%d of line %s are released or allocated at %s"
                                    .formatted(there, part.line(), parcel.location()));
                }
                released.merge(line.id, line.ship(parcel.location(), part.quantity()), Integer::sum);
                shipped.merge(line, part.quantity(), Integer::sum);
            }
            order.write(handle, shipped.keySet());
            Instant at = Happened.at(parcel.shippedAt(), clock.instant(), "/shipped_at");
            long id = Shipping.store(handle, order, parcel, at, shipped, released);
            notices.lines(EventType.LINE_SHIPPED, order, shipped, "shipped");
            notices.shipment(order, id, parcel, at, shipped);
        });
    }

    /** Cancels units; without {@code parts} all that is not shipped. Refuses with 409 more than that. */
    public ObjectNode cancel(String storefront, String number, Optional<List<Part>> parts) {
        return change(storefront, number, (handle, order, notices) -> {
            Map<LineState, Integer> cancelled = new LinkedHashMap<>();
            List<Part> all = parts.orElseGet(() -> everything(order));
            for (int n = 0; n < all.size(); n++) {
                Part part = all.get(n);
                LineState line = order.line(part.line(), n);
                int left = line.open() + line.released();
                if (left < part.quantity()) {
                    throw tooFew(n, "%d of line %s can be cancelled".formatted(left, part.line()));
                }
                line.cancel(part.quantity())
                        .forEach((location, units) -> Ordered.cancelled(handle, line.id, location, units));
                cancelled.merge(line, part.quantity(), Integer::sum);
            }
            order.write(handle, cancelled.keySet());
            notices.lines(EventType.LINE_CANCELLED, order, cancelled, "cancelled");
        });
    }

    /** Changes what is named; the order's place, its lines' and everybody's behind it are planned again. */
    public ObjectNode change(String storefront, String number, OrderChange what) {
        return change(storefront, number, (handle, order, notices) -> {
            handle.createUpdate(Sql.named("orders/change_order"))
                    .bind("order", order.head.id())
                    .bind("priority", what.priority())
                    .bind("hold", what.hold())
                    .bind("ship", what.ship().map(Ship::word))
                    .execute();
            what.requested().ifPresent(day -> handle.createUpdate(Sql.named("orders/change_requested"))
                    .bind("order", order.head.id())
                    .bind("requested", day.map(LocalDate::toString))
                    .execute());
        });
    }

    private static List<Part> everything(OrderState order) {
        return order.lines.values().stream()
                .filter(line -> line.open() + line.released() > 0)
                .map(line -> new Part(line.line, line.open() + line.released()))
                .toList();
    }

    private interface Change {
        void make(Handle handle, OrderState order, Notices notices);
    }

    private ObjectNode change(String storefront, String number, Change change) {
        return database.inTransaction(handle -> {
            OrderState order = OrderState.lock(handle, replanning, storefront, number);
            Notices notices = new Notices(handle, events, clock.instant());
            change.make(handle, order, notices);
            order.planAgain(handle, replanning, Trigger.order(storefront, number));
            notices.ordersChanged(List.of(order.head.id()));
            return OrderView.of(handle, List.of(order.head.id())).get(order.head.id());
        });
    }

    private static void mayLeave(OrderState order) {
        if (order.head.hold()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "the order is on hold for its payment; end the hold by PATCH {\"hold\": false}");
        }
    }

    private static Refusal tooFew(int n, String there) {
        String detail = "only " + there;
        String pointer = "/lines/" + n + "/quantity";
        return new Refusal(Refusal.Kind.CONFLICT, pointer + ": " + detail, new Refusal.Place(pointer, detail));
    }
}

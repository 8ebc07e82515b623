package io.quayside.supply.orders;

import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.store.Sql;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Gives a supplier the units that a purchase order asks it to ship: from then on they are nobody else's. Takes them back where
 * it was never asked. Thread-safe.
 */
public final class Releasing {
    private final Replanning replanning;
    private final Events events;
    private final InstantSource clock;

    public Releasing(Replanning replanning, Events events, InstantSource clock) {
        this.replanning = replanning;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Releases units, by id of the line, that the order holds at the location; its SKUs are locked, and planned again here.
     *
     * @param reason what is told with each line: "ordered from delta by D100001"
     */
    public void release(
            Handle handle, long orderId, String location, Map<Long, Integer> units, String reason, Trigger trigger) {
        OrderState order = OrderState.lock(handle, replanning, orderId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<LineState, Integer> released = new LinkedHashMap<>();
        order.lines.values().stream().filter(line -> units.containsKey(line.id)).forEach(line -> {
            line.pick(location, units.get(line.id));
            released.put(line, units.get(line.id));
        });
        order.write(handle, released.keySet());
        decide(handle, released, reason, trigger, now);
        Notices notices = new Notices(handle, events, now);
        notices.lines(EventType.LINE_RELEASED, order, released, reason);
        order.planAgain(handle, replanning, trigger);
        notices.ordersChanged(List.of(orderId));
    }

    /** Units that were released at the location, by id of the line, are open again; the SKUs are locked, and planned again here. */
    public void takeBack(
            Handle handle, long orderId, String location, Map<Long, Integer> units, String reason, Trigger trigger) {
        OrderState order = OrderState.lock(handle, replanning, orderId);
        Map<LineState, Integer> freed = new LinkedHashMap<>();
        for (LineState line : order.lines.values()) {
            int back = Math.min(units.getOrDefault(line.id, 0), line.releasedAt(location));
            if (back > 0) {
                line.putBack(location, back);
                freed.put(line, back);
            }
        }
        order.write(handle, freed.keySet());
        Notices notices = new Notices(handle, events, clock.instant().truncatedTo(ChronoUnit.MICROS));
        notices.lines(EventType.LINE_DEALLOCATED, order, freed, reason);
        order.planAgain(handle, replanning, trigger);
        notices.ordersChanged(List.of(orderId));
    }

    private static void decide(
            Handle handle, Map<LineState, Integer> released, String rule, Trigger trigger, Instant now) {
        handle.createUpdate(Sql.named("orders/decide_release"))
                .bindArray(
                        "lines",
                        Long.class,
                        released.keySet().stream().map(line -> line.id).toList())
                .bindArray("units", Integer.class, released.values())
                .bindArray(
                        "left",
                        Integer.class,
                        released.keySet().stream().map(LineState::allocated).toList())
                .bind("at", now)
                .bind("rule", rule)
                .bind("kind", trigger.kind())
                .bind("document", trigger.document().map(String::valueOf))
                .bind("position", trigger.position())
                .execute();
    }
}

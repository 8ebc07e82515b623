package io.quayside.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Writes events in the transaction of what they tell, and wakes the deliveries after its commit. Thread-safe.
 *
 * <p>The caller holds the lock of each event's key (the SKU, the order), so that the rising ids are the order of commit
 * within a key.
 */
public final class Events {
    /** Largest {@code data}: with the envelope around it a body stays below 20 kB. */
    private static final int MAX_DATA = 19_500;

    private final Doorbell deliveries;

    /** {@code deliveries} is rung after each commit that wrote events. */
    public Events(Doorbell deliveries) {
        this.deliveries = deliveries;
    }

    /** Writes the events in the order given, by one statement. */
    public void write(Handle handle, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("events are written in the transaction of what they tell");
        }
        handle.createUpdate(Sql.named("outbox/write_events"))
                .bindArray(
                        "types", String.class, events.stream().map(Event::type).toList())
                .bindArray("keys", String.class, events.stream().map(Event::key).toList())
                .bindArray(
                        "storefronts",
                        String.class,
                        events.stream().map(e -> e.storefront().orElse(null)).toList())
                .bindArray(
                        "times",
                        String.class,
                        events.stream().map(e -> e.at().toString()).toList())
                .bindArray(
                        "data",
                        String.class,
                        events.stream().map(e -> text(e.data())).toList())
                .execute();
        handle.afterCommit(deliveries::ring);
    }

    /** An object too large for a webhook goes without its lines and says so. */
    private static String text(JsonNode data) {
        String whole = Json.write(data);
        if (whole.getBytes(StandardCharsets.UTF_8).length <= MAX_DATA) {
            return whole;
        }
        ObjectNode rest = data.deepCopy();
        rest.remove("lines");
        rest.put("truncated", true);
        return Json.write(rest);
    }
}

package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Keys;
import io.quayside.store.Json;
import java.time.Instant;
import java.util.Optional;

/** An order line as it is when something happens to units of it (contracts, section 5). */
public record LineFact(
        long id,
        String storefront,
        String number,
        String line,
        String sku,
        int quantity,
        int allocated,
        int backordered,
        int released,
        int shipped,
        int cancelled) {

    /** So many units of it, and why. */
    public Event event(EventType type, int units, String reason, Instant now) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("storefront", storefront);
        data.put("order", number);
        data.put("line", line);
        data.put("sku", sku);
        data.put("quantity", units);
        data.put("ordered", quantity);
        data.put("allocated", allocated);
        data.put("backordered", backordered);
        data.put("released", released);
        data.put("shipped", shipped);
        data.put("cancelled", cancelled);
        data.put("reason", reason);
        return new Event(type, Keys.line(storefront, number, line), Optional.of(storefront), now, data);
    }
}

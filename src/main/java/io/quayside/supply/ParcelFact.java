package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Keys;
import io.quayside.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A parcel of an order that has left (contracts, section 5). */
public record ParcelFact(
        String storefront,
        String number,
        String location,
        Optional<String> carrier,
        List<String> tracking,
        Instant shippedAt,
        List<Packed> lines) {

    /** Units of a line that are in it. */
    public record Packed(String line, String sku, int quantity) {}

    /** As the shipment of this id. */
    public Event event(long id, Instant now) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("storefront", storefront);
        data.put("order", number);
        data.put("shipment", Long.toString(id));
        data.put("location", location);
        carrier.ifPresent(name -> data.put("carrier", name));
        ArrayNode codes = data.putArray("tracking");
        tracking.forEach(codes::add);
        data.put("shipped_at", shippedAt.toString());
        ArrayNode packed = data.putArray("lines");
        lines.forEach(one ->
                packed.addObject().put("line", one.line()).put("sku", one.sku()).put("quantity", one.quantity()));
        return new Event(
                EventType.SHIPMENT_CREATED, Keys.order(storefront, number), Optional.of(storefront), now, data);
    }
}

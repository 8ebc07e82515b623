package io.quayside.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What a mapping that writes makes of a purchase order in a JSON file: written as of its `created_at`, with its `control` or 1. */
record DryWriting(OrderForm mapping, PartnerFile partner) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Written write(Path file) throws IOException {
        JsonNode order = order(file);
        if (!order.path("number").isTextual() || order.path("lines").isEmpty()) {
            throw new Unwritable(
                    file
                            + " is no purchase order; it needs `number` and `lines`, as GET /v1/purchase-orders/NUMBER gives it");
        }
        long control = order.path("control").asLong(1);
        return mapping.write(order, partner, new OrderForm.Stamp(() -> control, at(order)));
    }

    private static JsonNode order(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new Unwritable(file + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Instant at(JsonNode order) {
        return order.path("created_at").isTextual()
                ? OffsetDateTime.parse(order.path("created_at").asText()).toInstant()
                : Instant.EPOCH;
    }
}

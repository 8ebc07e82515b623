package io.quayside.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One event to one endpoint, as people see it.
 *
 * @param id the header {@code webhook-id}
 * @param status delivered; waiting; dead: tried for three days; needless: a newer state of its key was told instead
 * @param attempts a list of {@link Attempt} as JSON, the first one first
 */
public record Delivery(
        @JsonIgnore long event,
        String id,
        String type,
        String key,
        String status,
        Optional<Instant> nextAt,
        JsonNode attempts) {}

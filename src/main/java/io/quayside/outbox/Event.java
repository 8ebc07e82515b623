package io.quayside.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Something outsiders are told.
 *
 * @param type one of {@link EventType}, by its name on the wire
 * @param key what the event is about: events of one key reach each endpoint in order; made by {@link Keys}
 * @param storefront whose it is; empty where it concerns all storefronts or only the operators
 * @param at when it happened
 * @param data a JSON object as the schema of the type says, without {@code sequence}, which is added when it is told
 */
public record Event(String type, String key, Optional<String> storefront, Instant at, JsonNode data) {
    public Event {
        if (EventType.named(type).isEmpty()) {
            throw new IllegalArgumentException("no event type " + type);
        }
        if (!data.isObject()) {
            throw new IllegalArgumentException("the data of " + type + " must be an object");
        }
    }

    /** An event of that type. */
    public Event(EventType type, String key, Optional<String> storefront, Instant at, JsonNode data) {
        this(type.text(), key, storefront, at, data);
    }
}

package io.quayside.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The catalogue of events for people and programs: each type with the JSON Schema of its body. */
public final class EventCatalogue {
    /**
     * One type.
     *
     * @param kind state: a newer one may replace it; fact: each is told
     */
    public record Entry(String type, String kind, String description, JsonNode schema) {}

    private static final List<Entry> ENTRIES =
            Arrays.stream(EventType.values()).map(EventCatalogue::entry).toList();

    private EventCatalogue() {}

    /** All types in the order of the documentation. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    private static Entry entry(EventType type) {
        try (InputStream in = EventCatalogue.class.getResourceAsStream("/events/" + type.text() + ".schema.json")) {
            JsonNode schema = Json.MAPPER.readTree(in);
            return new Entry(type.text(), type.kind().name().toLowerCase(Locale.ROOT), type.description(), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.quayside.mapping;

import java.util.Map;
import java.util.Optional;

/** Keys that the mapping language has and this version does not read: refused with a sentence of their own, never passed over. */
final class Later {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("unpack", "zip archives"),
            Map.entry("split", "repeating pairs such as SDQ"),
            Map.entry("records", "fixed-width files"),
            Map.entry("header_record", "fixed-width files"),
            Map.entry("trailer", "fixed-width files"),
            Map.entry("guide", "overlays of structure and codes"),
            Map.entry("none", "messages without lines"),
            Map.entry("whole", "answers to a whole order"),
            Map.entry("by", "dates with an EDIFACT format code"));

    private Later() {}

    static Optional<String> sentence(String key) {
        return Optional.ofNullable(KEYS.get(key))
                .map(what -> "'" + key + "' is not in this version, it reads no " + what);
    }
}

package io.quayside.mapping.format;

import java.util.List;
import java.util.Map;

/** A value of a JSON document that is held in memory: a record, or something that stands around records. */
sealed interface JsonValue {
    /** A text, or a number, true or false as written; {@code text} is null for null. */
    record Scalar(String text) implements JsonValue {}

    /** A list. */
    record Items(List<JsonValue> values) implements JsonValue {}

    /** An object. */
    record Fields(Map<String, JsonValue> values) implements JsonValue {}

    /** As a person would see it: the text itself, or JSON. */
    default String shown() {
        StringBuilder shown = new StringBuilder();
        JsonText.write(this, shown);
        return shown.toString();
    }
}

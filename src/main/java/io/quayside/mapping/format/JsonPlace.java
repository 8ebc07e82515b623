package io.quayside.mapping.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place in a JSON document: what a record is made from, or an object around it. Of objects around records it holds only
 * what the mapping asks for.
 */
public final class JsonPlace implements Node {
    private final String where;
    private final String pointer;
    private final JsonValue value;
    private final JsonPlace up;
    private String pivot;
    private String pivotPointer = "";

    private JsonPlace(String where, String pointer, JsonValue value, JsonPlace up) {
        this.where = where;
        this.pointer = pointer;
        this.value = value;
        this.up = up;
    }

    /**
     * A record's place.
     *
     * @param where the page or line: "page 2 ", "line 7 ", or empty
     * @param pointer RFC 6901, in that page or line
     * @param up the object around it; null where there is none
     */
    static JsonPlace of(String where, String pointer, JsonValue value, JsonPlace up) {
        return new JsonPlace(where, pointer, value, up);
    }

    /** An object around records, of which nothing is known yet. */
    static JsonPlace around(String where, String pointer, JsonPlace up) {
        return new JsonPlace(where, pointer, new JsonValue.Fields(new LinkedHashMap<>()), up);
    }

    /** Remembers a value of an object around records. */
    void know(String name, JsonValue known) {
        ((JsonValue.Fields) value).values().put(name, known);
    }

    JsonValue value() {
        return value;
    }

    /** The object around it; null at the top. */
    JsonPlace up() {
        return up;
    }

    /** The top of its page. */
    public JsonPlace root() {
        JsonPlace place = this;
        while (place.up != null) {
            place = place.up;
        }
        return place;
    }

    /** Is read by one member of an object in it from here on. */
    void pivot(String name, String below) {
        pivot = name;
        pivotPointer = below;
    }

    String pivot() {
        return pivot;
    }

    /** The members of an object; none where it is something else. */
    static Map<String, JsonValue> members(JsonValue value) {
        return value instanceof JsonValue.Fields fields ? fields.values() : Map.of();
    }

    String at(String below) {
        String at = (where + pointer + below).strip();
        return at.isEmpty() ? "/" : at;
    }

    @Override
    public String at() {
        return at(pivotPointer);
    }

    /** A name as a pointer writes it. */
    static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}

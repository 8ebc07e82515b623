package io.quayside.mapping.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A few values of a JSON document, found in one pass and without holding it. */
public final class JsonGlance {
    /**
     * What stands at a path.
     *
     * @param text of a text, number, true or false
     * @param items how many values a list has; empty for what is no list
     */
    public record Seen(Optional<String> text, OptionalInt items) {}

    private final Map<JsonPath, Seen> seen = new HashMap<>();
    private final JsonParser parser;

    private JsonGlance(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Looks at the paths, which may hold names only. Throws {@link Unreadable} for what is not one whole JSON value.
     *
     * @return what is there; nothing for null and for what is missing
     */
    public static Map<JsonPath, Seen> of(InputStream bytes, Collection<JsonPath> paths) throws IOException {
        try (JsonParser parser = JsonSource.JSON.createParser(bytes)) {
            JsonGlance glance = new JsonGlance(parser);
            if (parser.nextToken() == null) {
                throw JsonSource.empty();
            }
            glance.look(List.copyOf(paths), 0);
            return glance.seen;
        } catch (JsonProcessingException e) {
            throw JsonSource.said(e, "");
        }
    }

    /** Whether a path is one that can be looked at. */
    public static boolean isPlain(JsonPath path) {
        return path.ups() <= 0 && path.steps().stream().allMatch(JsonStep.Key.class::isInstance);
    }

    private void look(List<JsonPath> paths, int n) throws IOException {
        List<JsonPath> here =
                paths.stream().filter(path -> path.steps().size() == n).toList();
        List<JsonPath> below =
                paths.stream().filter(path -> path.steps().size() > n).toList();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            here.forEach(path -> seen.put(path, new Seen(Optional.empty(), OptionalInt.empty())));
            members(below, n);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            int items = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
                items++;
            }
            Seen list = new Seen(Optional.empty(), OptionalInt.of(items));
            here.forEach(path -> seen.put(path, list));
        } else if (parser.currentToken() != JsonToken.VALUE_NULL && !here.isEmpty()) {
            Seen scalar = new Seen(Optional.of(parser.getText()), OptionalInt.empty());
            here.forEach(path -> seen.put(path, scalar));
        }
    }

    private void members(List<JsonPath> paths, int n) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            JsonStep name = new JsonStep.Key(parser.currentName());
            parser.nextToken();
            List<JsonPath> on = paths.stream()
                    .filter(path -> path.steps().get(n).equals(name))
                    .toList();
            if (on.isEmpty()) {
                parser.skipChildren();
            } else {
                look(on, n + 1);
            }
        }
    }
}

package io.quayside.mapping.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quayside.mapping.Nearest;
import io.quayside.mapping.ProblemCode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through one page (a JSON value at the top of a document, or a line) and tells its records. Used for one page. */
final class JsonWalk {
    private static final int NAMES_SHOWN = 20;

    private final JsonEach each;
    private final List<JsonStep> steps;
    private final JsonParser parser;
    private final JsonQueue queue;
    private final String where;
    private final Set<String> names = new LinkedHashSet<>();
    private JsonPlace top;
    private boolean found;

    /** {@code where} is the page or line: "page 2 ", "line 7 ", or empty. */
    JsonWalk(JsonEach each, JsonParser parser, JsonQueue queue, String where) {
        this.each = each;
        this.steps = each.steps();
        this.parser = parser;
        this.queue = queue;
        this.where = where;
    }

    /** The page that begins at the current token. Throws {@link Unreadable} where it has no place for records. */
    void page() throws IOException {
        descend(0, null, "", 0);
        if (!found) {
            throw new Unreadable(ProblemCode.MISSING_HEADER, at(""), null, wish());
        }
    }

    /** The top of the page, as far as it is known. */
    JsonPlace top() {
        return top == null ? JsonPlace.around(where, "", null) : top;
    }

    private void descend(int n, JsonPlace up, String pointer, int level) throws IOException {
        if (n == steps.size()) {
            record(n, up, pointer);
            return;
        }
        JsonToken token = parser.currentToken();
        JsonStep step = steps.get(n);
        if (step instanceof JsonStep.Key key) {
            if (token == JsonToken.START_OBJECT) {
                members(n, key.name(), JsonPlace.around(where, pointer, up), pointer, level);
            } else {
                parser.skipChildren();
            }
        } else if (token == JsonToken.START_ARRAY) {
            items(n, up, pointer, level);
        } else {
            found = true;
            if (token != JsonToken.VALUE_NULL) {
                descend(n + 1, up, pointer, level);
            }
        }
    }

    private void items(int n, JsonPlace up, String pointer, int level) throws IOException {
        found = true;
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            boolean isMeant =
                    n == steps.size() || !(steps.get(n) instanceof JsonStep.Index index) || index.index() == i;
            if (isMeant) {
                descend(Math.min(n + 1, steps.size()), up, pointer + "/" + i, level);
            } else {
                parser.skipChildren();
            }
        }
    }

    /** An object around the records: keeps what is wanted of it, and goes on into the one member that leads to them. */
    private void members(int n, String key, JsonPlace own, String pointer, int level) throws IOException {
        top = top == null ? own : top;
        Set<String> wanted = new LinkedHashSet<>(each.wanted(level));
        boolean open = !wanted.isEmpty();
        int givenUp = queue.givenUp();
        if (open) {
            queue.opened();
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (level == 0 && names.size() < NAMES_SHOWN) {
                names.add(name);
            }
            if (name.equals(key)) {
                descend(n + 1, own, pointer + "/" + JsonPlace.escaped(name), level + 1);
            } else if (wanted.remove(name)) {
                know(own, name, givenUp);
                if (wanted.isEmpty()) {
                    queue.complete();
                }
            } else if (each.wanted(level).contains(name)) {
                throw new Unreadable(
                        ProblemCode.WRONG_FORMAT,
                        own.at("/" + JsonPlace.escaped(name)),
                        name,
                        "each name once in an object");
            } else {
                parser.skipChildren();
            }
        }
        if (open && !wanted.isEmpty()) {
            queue.complete();
        }
    }

    private void know(JsonPlace own, String name, int givenUp) throws IOException {
        String at = own.at("/" + JsonPlace.escaped(name));
        if (queue.givenUp() > givenUp) {
            throw new Unreadable(
                    ProblemCode.TOO_LONG,
                    at,
                    null,
                    "this value before the records that it belongs to: more than 32 MB of them stand before it");
        }
        JsonCapture capture = new JsonCapture(parser);
        own.know(name, capture.value());
        capture.problem(at).ifPresent(problem -> {
            throw new Unreadable(problem);
        });
    }

    private void record(int n, JsonPlace up, String pointer) throws IOException {
        boolean named = n > 0 && steps.get(n - 1) instanceof JsonStep.Key;
        if (named && parser.currentToken() == JsonToken.VALUE_NULL) {
            found = true;
            return;
        }
        if (named && parser.currentToken() == JsonToken.START_ARRAY) {
            items(n, up, pointer, 0);
            return;
        }
        found = true;
        JsonCapture capture = new JsonCapture(parser);
        JsonPlace place = JsonPlace.of(where, pointer, capture.value(), up);
        top = top == null ? place : top;
        queue.add(place, capture.problem(place.at()), capture.size());
    }

    private String at(String pointer) {
        return JsonPlace.around(where, pointer, null).at();
    }

    private String wish() {
        String first = steps.get(0) instanceof JsonStep.Key key ? key.name() : "";
        String near = Optional.of(first)
                .filter(f -> !f.isEmpty() && !names.contains(f))
                .flatMap(f -> Nearest.to(f, names))
                .map(n -> " (nearest here: '" + n + "')")
                .orElse("");
        return "records under `" + each + "`" + near + "; "
                + (names.isEmpty() ? "there is no object here" : "this has " + String.join(", ", names));
    }
}

package io.quayside.mapping.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path into a JSON document, in the language of the mapping reference ("Paths"): from the record, from the object around
 * it ({@code ^}), or from the top of the page ({@code $}).
 */
public final class JsonPath implements Reference {
    /** {@code ups} that means the top. */
    static final int TOP = -1;

    private final int ups;
    private final List<JsonStep> steps;

    JsonPath(int ups, List<JsonStep> steps) {
        this.ups = ups;
        this.steps = List.copyOf(steps);
    }

    /**
     * Compiles a path.
     *
     * @throws IllegalArgumentException says what is wrong and what to write
     */
    public static JsonPath parse(String text) {
        return new JsonPathParser(text).parse();
    }

    List<JsonStep> steps() {
        return steps;
    }

    int ups() {
        return ups;
    }

    /** The name that it asks for first; empty where it asks for the place itself or for a list's values. */
    Optional<String> firstName() {
        return !steps.isEmpty() && steps.get(0) instanceof JsonStep.Key key
                ? Optional.of(key.name())
                : Optional.empty();
    }

    @Override
    public String first(Node node) {
        JsonPlace start = start(node);
        JsonValue found = start == null ? null : find(start.value(), 0);
        return found == null ? null : text(found);
    }

    /** Of a list every value, an empty text where one has none, so that two paths into one list go in step. */
    @Override
    public List<String> all(Node node) {
        JsonPlace start = start(node);
        List<String> texts = new ArrayList<>();
        if (start != null) {
            gather(start.value(), 0, texts);
        }
        return texts;
    }

    @Override
    public boolean isNested(Node node) {
        JsonPlace start = start(node);
        JsonValue found = start == null ? null : find(start.value(), 0);
        return found instanceof JsonValue.Fields || found instanceof JsonValue.Items;
    }

    @Override
    public boolean holdsNested(Node node) {
        JsonPlace start = start(node);
        return start != null && holdsNested(start.value(), 0);
    }

    @Override
    public boolean breaksOff(Node node) {
        JsonPlace start = start(node);
        // A record that is no object lacks all that it needs, which is told.
        return start != null && start.value() instanceof JsonValue.Fields && breaksOff(start.value(), 0);
    }

    @Override
    public String at(Node node) {
        JsonPlace start = start(node);
        if (start == null) {
            return node.at();
        }
        StringBuilder below = new StringBuilder();
        point(start.value(), 0, below);
        return start.at(below.toString());
    }

    private JsonPlace start(Node node) {
        JsonPlace place = (JsonPlace) node;
        if (ups == TOP) {
            return place.root();
        }
        for (int i = 0; i < ups && place != null; i++) {
            place = place.up();
        }
        return place;
    }

    /** The first that is there; null where none is. */
    private JsonValue find(JsonValue value, int n) {
        if (value == null || n == steps.size()) {
            return isNothing(value) ? null : value;
        }
        if (steps.get(n) instanceof JsonStep.Every && value instanceof JsonValue.Items items) {
            for (JsonValue item : items.values()) {
                JsonValue found = find(item, n + 1);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return find(next(value, n), n + 1);
    }

    private void gather(JsonValue value, int n, List<String> texts) {
        if (value instanceof JsonValue.Items items && (n == steps.size() || steps.get(n) instanceof JsonStep.Every)) {
            items.values().forEach(item -> gather(item, Math.min(n + 1, steps.size()), texts));
        } else if (n == steps.size()) {
            texts.add(isNothing(value) ? "" : text(value));
        } else {
            JsonValue next = next(value, n);
            if (next != null) {
                gather(next, n + 1, texts);
            } else if (steps.contains(new JsonStep.Every())) {
                texts.add("");
            }
        }
    }

    private boolean holdsNested(JsonValue value, int n) {
        if (value instanceof JsonValue.Items items && (n == steps.size() || steps.get(n) instanceof JsonStep.Every)) {
            return items.values().stream().anyMatch(item -> holdsNested(item, Math.min(n + 1, steps.size())));
        }
        if (n == steps.size()) {
            return value instanceof JsonValue.Fields;
        }
        JsonValue next = next(value, n);
        return next != null && holdsNested(next, n + 1);
    }

    private boolean breaksOff(JsonValue value, int n) {
        if (n == steps.size() || isEmpty(value)) {
            return false;
        }
        JsonStep step = steps.get(n);
        if (step instanceof JsonStep.Every && value instanceof JsonValue.Items items) {
            return items.values().stream().anyMatch(item -> breaksOff(item, n + 1));
        }
        if (step instanceof JsonStep.Key && !(value instanceof JsonValue.Fields)
                || step instanceof JsonStep.Index && !(value instanceof JsonValue.Items)) {
            return true;
        }
        return breaksOff(next(value, n), n + 1);
    }

    /** What says that there is nothing, in whatever form: null, an empty text, an empty list or object. */
    private static boolean isEmpty(JsonValue value) {
        if (isNothing(value)) {
            return true;
        }
        if (value instanceof JsonValue.Scalar scalar) {
            return scalar.text().isBlank();
        }
        return value instanceof JsonValue.Items items
                ? items.values().isEmpty()
                : JsonPlace.members(value).isEmpty();
    }

    /** Where {@link #find} looks, as far as it gets. */
    private void point(JsonValue value, int n, StringBuilder below) {
        if (n == steps.size()) {
            return;
        }
        JsonStep step = steps.get(n);
        if (step instanceof JsonStep.Every && value instanceof JsonValue.Items items) {
            int index = 0;
            for (int i = items.values().size() - 1; i >= 0; i--) {
                index = find(items.values().get(i), n + 1) == null ? index : i;
            }
            below.append('/').append(index);
            point(index < items.values().size() ? items.values().get(index) : null, n + 1, below);
            return;
        }
        if (step instanceof JsonStep.Key key) {
            below.append('/').append(JsonPlace.escaped(key.name()));
        } else if (step instanceof JsonStep.Index index) {
            below.append('/').append(index.index());
        }
        point(next(value, n), n + 1, below);
    }

    private JsonValue next(JsonValue value, int n) {
        JsonStep step = steps.get(n);
        if (step instanceof JsonStep.Key key) {
            return JsonPlace.members(value).get(key.name());
        }
        if (step instanceof JsonStep.Index index) {
            List<JsonValue> values = value instanceof JsonValue.Items items ? items.values() : List.of();
            return index.index() < values.size() ? values.get(index.index()) : null;
        }
        return value;
    }

    private static boolean isNothing(JsonValue value) {
        return value == null || value instanceof JsonValue.Scalar scalar && scalar.text() == null;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonValue.Scalar scalar ? scalar.text() : value.shown();
    }
}

package io.quayside.mapping.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Members of an object that are values of one field, a record each: {@code stock.*} of
 * {@code {"sku": "A", "stock": {"DC1": 5, "DC2": 7}}}.
 *
 * @param path to the object that has them; without steps, the record itself
 * @param names fits the names of those members
 */
public record JsonPivot(JsonPath path, Pattern names) {
    /**
     * Compiles {@code columns} of an unpivot.
     *
     * @throws IllegalArgumentException says what is wrong and what to write
     */
    public static JsonPivot parse(String text) {
        int dot = text.lastIndexOf('.');
        String name = Pattern.quote(text.substring(dot + 1)).replace("*", "\\E.*\\Q");
        return new JsonPivot(
                JsonPath.parse(dot < 0 ? "." : text.substring(0, dot)), Pattern.compile(name, Pattern.DOTALL));
    }

    /** The members that fit and have a value. */
    public List<String> of(JsonPlace place) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : members(place).entrySet()) {
            boolean isThere = !(member.getValue() instanceof JsonValue.Scalar scalar) || scalar.text() != null;
            if (isThere && names.matcher(member.getKey()).matches()) {
                found.add(member.getKey());
            }
        }
        return found;
    }

    /** Reads the place by this member from here on. */
    public void read(JsonPlace place, String member) {
        StringBuilder below = new StringBuilder();
        for (JsonStep step : path.steps()) {
            below.append('/').append(step instanceof JsonStep.Key key ? JsonPlace.escaped(key.name()) : "0");
        }
        place.pivot(member, below.append('/').append(JsonPlace.escaped(member)).toString());
    }

    /** What the name of the member is read by. */
    public Reference name() {
        return new Member(this, true);
    }

    /** What the value of the member is read by. */
    public Reference value() {
        return new Member(this, false);
    }

    private Map<String, JsonValue> members(JsonPlace place) {
        JsonValue value = place.value();
        for (JsonStep step : path.steps()) {
            value = step instanceof JsonStep.Key key ? JsonPlace.members(value).get(key.name()) : null;
        }
        return JsonPlace.members(value);
    }

    /** The member that a place is being read by. */
    private record Member(JsonPivot pivot, boolean name) implements Reference {
        @Override
        public String first(Node node) {
            JsonPlace place = (JsonPlace) node;
            return name ? place.pivot() : reference(place).first(node);
        }

        @Override
        public List<String> all(Node node) {
            String first = first(node);
            return first == null ? List.of() : List.of(first);
        }

        @Override
        public boolean isNested(Node node) {
            return !name && reference((JsonPlace) node).isNested(node);
        }

        @Override
        public String at(Node node) {
            return reference((JsonPlace) node).at(node);
        }

        private JsonPath reference(JsonPlace place) {
            List<JsonStep> steps = new ArrayList<>(pivot.path.steps());
            steps.add(new JsonStep.Key(place.pivot()));
            return new JsonPath(0, steps);
        }
    }
}

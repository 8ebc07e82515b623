package io.quayside.mapping.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one record of a JSON document is ({@code data[*]}, {@code packages[*].lines[*]}, {@code $}), and what the mapping
 * asks of the objects around it. Immutable.
 */
public final class JsonEach {
    private final String text;
    private final List<JsonStep> steps;
    private final List<Set<String>> wanted;

    private JsonEach(String text, List<JsonStep> steps, List<Set<String>> wanted) {
        this.text = text;
        this.steps = steps;
        this.wanted = wanted;
    }

    /**
     * Compiles {@code each} of a mapping.
     *
     * @throws IllegalArgumentException says what is wrong and what to write
     */
    public static JsonEach parse(String text) {
        JsonPath path = JsonPath.parse(text);
        if (path.ups() > 0) {
            throw new IllegalArgumentException(
                    "`" + text + "` goes up: `each` goes down from the top, for example data[*]");
        }
        List<Set<String>> wanted = new java.util.ArrayList<>();
        path.steps().stream().filter(JsonStep.Key.class::isInstance).forEach(key -> wanted.add(new HashSet<>()));
        return new JsonEach(text, path.steps(), wanted);
    }

    /**
     * The path asks for something around the records: it is kept from here on. Only while the mapping is compiled.
     *
     * @param top whether the path begins at the top, whatever it says
     * @throws IllegalArgumentException says why it cannot be asked for
     */
    public void ask(String asking, JsonPath path, boolean top) {
        int level = top || path.ups() == JsonPath.TOP ? 0 : wanted.size() - path.ups();
        if (!top && path.ups() == 0 || wanted.isEmpty() && level == 0) {
            return;
        }
        if (level < 0) {
            throw new IllegalArgumentException("`" + asking + "` goes up further than `each: " + text + "` goes down");
        }
        String name = path.firstName()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`" + asking + "` names nothing: write a name behind it, for example $.meta.at"));
        if (new JsonStep.Key(name).equals(key(level))) {
            throw new IllegalArgumentException("`" + asking + "` goes into what `each: " + text
                    + "` takes apart: write the path from the record, without `" + name + "`");
        }
        wanted.get(level).add(name);
    }

    private JsonStep key(int level) {
        return steps.stream().filter(JsonStep.Key.class::isInstance).toList().get(level);
    }

    List<JsonStep> steps() {
        return steps;
    }

    /** What is asked of the object at this level, from 0 at the top. */
    Set<String> wanted(int level) {
        return wanted.get(level);
    }

    @Override
    public String toString() {
        return text;
    }
}

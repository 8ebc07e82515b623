package io.quayside.routes;

import java.time.Duration;
import org.apache.camel.util.TimeUtils;

/** When a file in a folder is complete: the parameter {@code complete} of the kamelet feed-folder. */
sealed interface CompleteRule {
    /** Size and time have not changed for so long. */
    record Stable(Duration span) implements CompleteRule {}

    /** Another file says so; {@code ${name}} in its name stands for the file's. */
    record DoneFile(String pattern) implements CompleteRule {
        private static final String NAME = "${name}";

        String of(String name) {
            return pattern.replace(NAME, name);
        }

        /** Whether each file has its own, and not one for all. */
        boolean isOneForEach() {
            return pattern.contains(NAME);
        }

        /** Whether {@code name} is such another file. */
        boolean isDone(String name) {
            int at = pattern.indexOf(NAME);
            return at < 0
                    ? name.equals(pattern)
                    : name.startsWith(pattern.substring(0, at)) && name.endsWith(pattern.substring(at + NAME.length()));
        }
    }

    /** The writer renames it; until then it has this ending. */
    record Renamed(String ending) implements CompleteRule {}

    /** Reads the parameter; anything but the three forms is refused. */
    static CompleteRule of(String text) {
        int colon = text.indexOf(':');
        String argument = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(colon, 0))) {
            case "stable" -> new Stable(Duration.ofMillis(TimeUtils.toMilliSeconds(argument)));
            case "done-file" -> new DoneFile(argument);
            case "rename" -> new Renamed(argument);
            default ->
                throw new IllegalArgumentException(
                        "complete: write stable:30s, done-file:${name}.done or rename:.part, not " + text);
        };
    }
}

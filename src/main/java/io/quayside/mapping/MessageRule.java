package io.quayside.mapping;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says of itself: whether it names everything, and the moment it speaks of.
 *
 * @param full where {@code mode} does not say it message by message
 * @param fileName finds the text of {@code as_of} in the file's name: its groups in a row, or all of it
 * @param asOf reads the moment; from the document, or from what {@code fileName} found
 */
record MessageRule(boolean full, Optional<Field> mode, Optional<Pattern> fileName, Optional<Field> asOf) {
    /** Full, with no moment of its own. */
    static final MessageRule FULL = new MessageRule(true, Optional.empty(), Optional.empty(), Optional.empty());

    /** The moment in the file's name; a problem says that there is none. */
    Optional<Instant> named(String name, Draft draft) {
        if (fileName.isEmpty()) {
            return Optional.empty();
        }
        Dates dates = asOf.orElseThrow().dates();
        Matcher matcher = fileName.get().matcher(name);
        Optional<Instant> moment = matcher.find() ? dates.moment(groups(matcher)) : Optional.empty();
        if (moment.isEmpty()) {
            draft.reading(Target.AS_OF, null, null);
            draft.problem(
                    ProblemCode.BAD_DATE,
                    "file name",
                    name,
                    "a name that fits " + fileName.get() + ", with " + dates.write());
        }
        return moment;
    }

    private static String groups(Matcher matcher) {
        StringBuilder groups = new StringBuilder();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.append(matcher.group(i) == null ? "" : matcher.group(i));
        }
        return matcher.groupCount() == 0 ? matcher.group() : groups.toString();
    }
}

package io.quayside.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What dropship partners answered to what was ordered from them for a line (rule 11).
 *
 * @param passedOver locations that do not supply the line any more
 * @param sent units with partners, out of the plan, of which an answer says when they leave; empty: none was given
 */
public record Answers(List<PassedOver> passedOver, Optional<Sent> sent) {
    public static final Answers NONE = new Answers(List.of(), Optional.empty());

    /** A location whose partner rejected the line; {@code where}: document and position of its answer. */
    public record PassedOver(String location, String where) {}

    /** The day on which the last of such units leaves a location; empty: nobody knows. */
    public record Sent(Place place, Optional<LocalDate> leaves) {
        Optional<Departure> departure() {
            return leaves.map(day -> new Departure(day, place));
        }
    }

    boolean passOver(String location) {
        return passedOver.stream().anyMatch(one -> one.location().equals(location));
    }
}

package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.Spot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What CTT may count: the segments that begin a line, by tag. Which of them it counts differs by type of message and by
 * sender (in an 856 the levels or the items), so it is right where it agrees with one of them.
 */
final class LineCounts {
    private static final List<String> USUAL = List.of("LIN", "PO1", "IT1", "POC");

    private final String each;
    private final Map<String, Long> counts = new HashMap<>();

    LineCounts(EdiEach cut) {
        each = cut.outer().tag();
        USUAL.forEach(tag -> counts.put(tag, 0L));
        counts.put(each, 0L);
        counts.put(cut.tree().segment(), 0L);
    }

    void add(String tag) {
        counts.computeIfPresent(tag, (t, count) -> count + 1);
    }

    /** How CTT01 compares with the lines that were read. */
    Counted compare(String said) {
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        boolean right = counts.values().stream()
                .filter(count -> count > 0 || most == 0)
                .anyMatch(count -> Counted.of(said, count) == Counted.RIGHT);
        return right ? Counted.RIGHT : Counted.of(said, most);
    }

    /** That CTT01 agrees with none of them; {@code at} is the message. */
    Problem problem(Segment trailer, String at) {
        return new Problem(
                ProblemCode.BAD_COUNT,
                at + " CTT 1",
                Optional.of(trailer.text(1).strip()),
                Optional.of("CTT/1"),
                Optional.empty(),
                "the number of lines in the message, here " + counts.get(each),
                Optional.of(new Spot(trailer.tag(), trailer.place(), 1, 1)));
    }
}

package io.quayside.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One segment to write: its elements, and the conditions under which it is written. */
record SegmentRule(String tag, List<Phrase> elements, List<Asked> when) {
    /** A condition on what a placeholder stands for. */
    record Asked(Term term, When.Test test) {
        boolean holds(OrderValues values) {
            return test.holds(values.text(term).orElse(null));
        }
    }

    /** Tag and elements; empty where a condition does not hold, or where there are placeholders and all stand for nothing. */
    Optional<List<String>> write(OrderValues values, Pen pen) {
        boolean speaks = elements.stream().allMatch(e -> e.placeholders().isEmpty())
                || elements.stream().anyMatch(e -> !e.placeholders().isEmpty() && !e.isSilent(values));
        if (!speaks || !when.stream().allMatch(asked -> asked.holds(values))) {
            return Optional.empty();
        }
        List<String> segment = new ArrayList<>(List.of(tag));
        for (int n = 1; n <= elements.size(); n++) {
            segment.add(pen.write(elements.get(n - 1), values, tag + "/" + n, X12Lengths.of(tag, n)));
            if (n > 1 && X12Lengths.isQualifier(tag, n - 1) && segment.get(n).isEmpty()) {
                segment.set(n - 1, "");
            }
        }
        return Optional.of(segment);
    }
}

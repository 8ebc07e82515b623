package io.quayside.app.bench;

import java.util.List;

/** What rounds of the same work come to: this machine does other things as well, so no one round says it. */
final class Rounds {
    private Rounds() {}

    /** The middle one; of an even number the upper of the two. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

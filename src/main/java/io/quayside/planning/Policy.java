package io.quayside.planning;

import java.time.Duration;

/**
 * What a merchant decides.
 *
 * @param firmAfter units allocated for longer stay (rule 4)
 * @param improveDays a better date is told when it is at least so many days better (rule 9)
 * @param requestedFirst `requested` goes before `placed_at` (rule 2)
 */
public record Policy(Duration firmAfter, int improveDays, boolean requestedFirst) {
    public static final Policy DEFAULT = new Policy(Duration.ofHours(1), 1, false);
}

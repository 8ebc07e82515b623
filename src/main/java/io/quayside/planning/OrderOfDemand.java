package io.quayside.planning;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.time.LocalDate;
import java.util.Comparator;

/** Rule 2 and nothing else: who comes first. Total: no two lines are ever equal. */
final class OrderOfDemand {
    /** Line "2" comes before line "10"; what is not a number comes after, by its characters. */
    private static final Comparator<String> LINES = comparing((String line) -> !isNumber(line))
            .thenComparing(line -> isNumber(line) ? line.length() : 0)
            .thenComparing(naturalOrder());

    private OrderOfDemand() {}

    static Comparator<Demand> by(Policy policy) {
        Comparator<Demand> priority = comparing(Demand::priority, reverseOrder());
        Comparator<Demand> wanted = policy.requestedFirst()
                ? priority.thenComparing(line -> line.requested().orElse(LocalDate.MAX))
                : priority;
        return wanted.thenComparing(Demand::placedAt)
                .thenComparing(line -> line.order().storefront())
                .thenComparing(line -> line.order().number())
                .thenComparing(Demand::rankLine, LINES)
                .thenComparing(Demand::line, LINES);
    }

    private static boolean isNumber(String line) {
        return line.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

package io.quayside.supply;

import io.quayside.planning.Answers;
import io.quayside.planning.Held;
import io.quayside.planning.Peg;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An open line with its order, as stored; {@code demand_to_plan.sql} says where each value comes from. */
record LineRow(Stored stored, List<Held> held, List<Peg> pegged, Answers answers) {

    /**
     * The columns.
     *
     * @param elsewhere a `complete` order has open lines of SKUs that are not planned here
     * @param coverableElsewhere all of those lines could be whole
     * @param marked waits to be judged
     * @param fresh never planned before
     */
    record Stored(
            long id,
            long orderId,
            String storefront,
            String number,
            String line,
            String sku,
            int quantity,
            int released,
            int shipped,
            int cancelled,
            int open,
            int priority,
            Instant placedAt,
            Optional<LocalDate> requested,
            String ship,
            boolean ready,
            Optional<LocalDate> original,
            Optional<LocalDate> current,
            Optional<LocalDate> wholeOn,
            boolean coverable,
            String schedule,
            String rankLine,
            boolean elsewhere,
            boolean coverableElsewhere,
            boolean marked,
            boolean fresh) {}

    boolean complete() {
        return stored.ship().equals("complete");
    }

    /** Units that it holds, as far as they are still wanted. */
    int allocated() {
        return Math.min(stored.open(), held.stream().mapToInt(Held::units).sum());
    }
}

package io.quayside.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One order line with open units (rule 1), or with units at a partner that said when they leave (rule 11).
 *
 * @param id identity for the caller; has no meaning for the plan
 * @param rankLine the line whose rank it has: its own, or the first line of a `complete` order (rule 2)
 * @param open ordered − released − shipped − cancelled; 0 where all it waits for is with partners
 * @param requested the customer's date; of a `complete` order that of {@code rankLine}, because all its lines share one rank
 * @param held what it has today; may exceed what supply allows
 * @param promise what was last told
 * @param answers what partners said of it
 */
public record Demand(
        long id,
        OrderKey order,
        String line,
        String rankLine,
        String sku,
        int open,
        int priority,
        Instant placedAt,
        Optional<LocalDate> requested,
        ShipRule ship,
        Readiness readiness,
        List<Held> held,
        List<Peg> pegged,
        Promise promise,
        Answers answers) {}

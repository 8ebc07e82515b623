package io.quayside.planning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Units of one SKU expected at a location.
 *
 * @param id identity for the caller; has no meaning for the plan
 * @param ref orders inbounds of equal ETA (rule 1)
 * @param eta bare ETA; empty when the supplier gave none: it can be pegged, but promises no date
 * @param foundLate the day on which its ETA was found to have passed
 * @param medianDelay the supplier's median delay in days, where past receipts tell one
 */
public record Inbound(
        long id,
        String ref,
        Place place,
        int units,
        Optional<LocalDate> eta,
        Optional<LocalDate> foundLate,
        OptionalInt medianDelay) {}

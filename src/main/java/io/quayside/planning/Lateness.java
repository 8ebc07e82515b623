package io.quayside.planning;

import java.time.LocalDate;
import java.util.Optional;

/** What is believed of an inbound whose day has passed (rule 9). */
final class Lateness {
    private Lateness() {}

    /**
     * The day on which it is expected: its ETA; once that has passed, the day this was found plus the supplier's median
     * delay; once that has passed too, or where no delay is known, none.
     */
    static Optional<LocalDate> expected(Inbound inbound, LocalDate today) {
        if (inbound.eta().isEmpty() || !inbound.eta().get().isBefore(today)) {
            return inbound.eta();
        }
        if (inbound.medianDelay().isEmpty()) {
            return Optional.empty();
        }
        LocalDate found = inbound.foundLate().orElse(today);
        LocalDate day = found.plusDays(inbound.medianDelay().getAsInt());
        return day.isBefore(today) ? Optional.empty() : Optional.of(day);
    }
}

package io.quayside.inbox;

import io.quayside.mapping.Guards;
import java.util.Optional;

/** Asks the guards about a staged document. Pure. */
final class Guarding {
    private Guarding() {}

    /** The first guard that trips, by its name in the mapping, and why; empty where all pass. */
    static Optional<String> tripped(Guards guards, Census census) {
        return rows(guards, census)
                .or(() -> toZero(guards, census))
                .or(() -> unknown(guards, census))
                .or(() -> largest(guards, census));
    }

    private static Optional<String> rows(Guards guards, Census census) {
        for (Census.Counted now : census.statements()) {
            if (guards.minRows().isPresent() && now.rows() < guards.minRows().getAsInt()) {
                return Optional.of("rows: %d rows, at least %d are expected"
                        .formatted(now.rows(), guards.minRows().getAsInt()));
            }
            if (now.last().isPresent()) {
                int last = now.last().getAsInt();
                long change = Math.abs((long) now.rows() - last);
                if (change * 100 > (long) guards.changePct() * last) {
                    return Optional.of("rows: %d rows after %d in the last document, more than %d %% apart"
                            .formatted(now.rows(), last, guards.changePct()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> toZero(Guards guards, Census census) {
        return exceeds(census.toZero(), guards.toZeroPct(), census.aboveZero())
                ? Optional.of("to_zero_pct: %d of %d that have stock would fall to zero, more than %d %%"
                        .formatted(census.toZero(), census.aboveZero(), guards.toZeroPct()))
                : Optional.empty();
    }

    private static Optional<String> unknown(Guards guards, Census census) {
        return exceeds(census.unknown(), guards.unknownSkuPct(), census.rows())
                ? Optional.of("unknown_sku_pct: %d of %d rows have a SKU that nobody knows, more than %d %%"
                        .formatted(census.unknown(), census.rows(), guards.unknownSkuPct()))
                : Optional.empty();
    }

    private static Optional<String> largest(Guards guards, Census census) {
        return guards.quantityMax().isPresent()
                        && census.largest() > guards.quantityMax().getAsInt()
                ? Optional.of("quantity_max: a quantity of %d, more than %d"
                        .formatted(census.largest(), guards.quantityMax().getAsInt()))
                : Optional.empty();
    }

    private static boolean exceeds(int part, int percent, int whole) {
        return (long) part * 100 > (long) percent * whole;
    }
}

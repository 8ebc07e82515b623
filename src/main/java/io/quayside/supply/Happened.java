package io.quayside.supply;

import io.quayside.store.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moments at which something is said to have happened: none may lie ahead, or later counts would add it again and again. */
public final class Happened {
    /** A caller's clock may be a little fast. */
    private static final Duration FAST = Duration.ofMinutes(5);

    private Happened() {}

    /** The moment said, at most {@code now}, which it is where none was said; refuses with 400 what lies ahead. */
    public static Instant at(Optional<Instant> said, Instant now, String pointer) {
        Instant at = said.orElse(now);
        if (at.isAfter(now.plus(FAST))) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    pointer + ": " + at + " has not come yet",
                    new Refusal.Place(pointer, "write a moment that has passed, or leave it out"));
        }
        return at.isAfter(now) ? now : at;
    }
}

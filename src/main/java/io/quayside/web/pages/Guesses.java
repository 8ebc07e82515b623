package io.quayside.web.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Wrong keys by where they came from: ten, then none for a minute. Kept in memory, each node its own. Thread-safe. */
final class Guesses {
    private static final int MOST = 10;
    private static final int MOST_CLIENTS = 10_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Count(int wrong, Instant since) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Guesses(InstantSource clock) {
        this.clock = clock;
    }

    boolean mayTry(Client client) {
        Count count = counts.get(client.address());
        return count == null || count.wrong() < MOST || isOver(count);
    }

    void wrong(Client client) {
        if (counts.size() >= MOST_CLIENTS) {
            counts.values().removeIf(this::isOver);
        }
        counts.merge(
                client.address(),
                new Count(1, clock.instant()),
                (old, one) -> isOver(old) ? one : new Count(old.wrong() + 1, clock.instant()));
    }

    void right(Client client) {
        counts.remove(client.address());
    }

    private boolean isOver(Count count) {
        return count.since().plus(PAUSE).isBefore(clock.instant());
    }
}

package io.quayside.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a failed delivery is tried again. Pure.
 *
 * <p>The delays after the 1st, 2nd … failure are 4 s, 15 s, 1 min, 5 min, 15 min, 45 min, 2 h, 4 h, 8 h, 10 h and four times
 * 12 h: fifteen attempts over three days and one hour. Each is moved by up to a fifth either way, so that many deliveries
 * that failed together do not come back together; the first comes back within 5 s.
 */
final class RetrySchedule {
    private static final double JITTER = 0.2;
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(4),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(45),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(10),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12));

    private RetrySchedule() {}

    /**
     * How long to wait after so many failures (1 and more); empty when it has been tried often enough.
     *
     * @param random from 0 to 1
     */
    static Optional<Duration> delay(int failures, double random) {
        if (failures > DELAYS.size()) {
            return Optional.empty();
        }
        double factor = 1 - JITTER + 2 * JITTER * random;
        return Optional.of(Duration.ofMillis(Math.round(DELAYS.get(failures - 1).toMillis() * factor)));
    }

    /** The delay where the endpoint asked for one by {@code Retry-After}: never sooner than ours, never more than an hour. */
    static Duration withAsked(Duration delay, Optional<Duration> asked) {
        Duration bounded = asked.map(a -> a.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : a)
                .orElse(delay);
        return bounded.compareTo(delay) > 0 ? bounded : delay;
    }

    /**
     * How long an endpoint is left alone after so many failures in a row, whatever their keys. Below ten nothing: that may be
     * one bad key. Then 2, 4, 8, 16 and always 30 s, and in between one request to see whether it answers again.
     */
    static Duration pause(int failuresInARow) {
        int beyond = failuresInARow - Endpoint.FAILING;
        return beyond < 0 ? Duration.ZERO : Duration.ofSeconds(Math.min(30, 2L << Math.min(beyond, 5)));
    }
}

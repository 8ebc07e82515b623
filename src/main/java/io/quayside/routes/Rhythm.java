package io.quayside.routes;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.apache.camel.util.TimeUtils;

/** When a feed looks: at an interval, or at the times of a cron expression; later and later while it fails. */
record Rhythm(Duration every, Optional<Cron> cron) {
    private static final Duration LEAST_AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration MOST_AFTER_FAILURE = Duration.ofMinutes(15);

    /** Reads the parameters; an empty {@code cron} is none. */
    static Rhythm of(String every, String cron, String zone) {
        return new Rhythm(
                Duration.ofMillis(TimeUtils.toMilliSeconds(every)),
                cron.isBlank() ? Optional.empty() : Optional.of(Cron.of(cron, ZoneId.of(zone))));
    }

    /** How long to wait from now, when all is well. */
    Duration wait(ZonedDateTime now) {
        return cron.map(c -> Duration.between(now, c.after(now))).orElse(every);
    }

    /**
     * How long to wait after so many failures in a row: the interval or 30 s, whichever is less for the first, then twice as
     * long each time, up to 15 minutes or the interval. Short intervals of tests stay short.
     */
    Duration waitAfter(int failures, ZonedDateTime now) {
        Duration usual = wait(now);
        Duration first = usual.compareTo(LEAST_AFTER_FAILURE) < 0 ? usual : LEAST_AFTER_FAILURE;
        Duration grown = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 12));
        Duration most = usual.compareTo(MOST_AFTER_FAILURE) > 0 ? usual : MOST_AFTER_FAILURE;
        return grown.compareTo(most) < 0 ? grown : most;
    }
}

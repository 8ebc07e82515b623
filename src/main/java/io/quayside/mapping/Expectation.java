package io.quayside.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When documents of a feed are expected: so long after the last one, or by a time of each day, or both. Pure.
 *
 * @param zone of {@code by}
 * @param grace after which a document that is due is late
 */
public record Expectation(Optional<Duration> every, Optional<LocalTime> by, ZoneId zone, Duration grace) {
    /** A document so long before or behind a deadline is the one of that deadline. */
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** When the next document is due, the last having arrived then. */
    public Instant afterArrival(Instant arrived) {
        return first(arrived, arrived.plus(HALF_A_DAY));
    }

    /** When the first document is due of a feed that is known since then. */
    public Instant afterKnown(Instant known) {
        return first(known, known);
    }

    /** Whether a document that was due then is late now. */
    public boolean isLate(Instant due, Instant now) {
        return now.isAfter(due.plus(grace));
    }

    private Instant first(Instant from, Instant deadlineAfter) {
        return Stream.concat(
                        every.map(from::plus).stream(), by.map(time -> next(time, deadlineAfter.atZone(zone))).stream())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant next(LocalTime time, ZonedDateTime after) {
        ZonedDateTime today = after.with(time);
        return (today.isAfter(after) ? today : after.plusDays(1).with(time)).toInstant();
    }
}

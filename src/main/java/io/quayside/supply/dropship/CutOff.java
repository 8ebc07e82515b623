package io.quayside.supply.dropship;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the purchase orders for a location are cut. Pure.
 *
 * @param time of day in the zone; empty: each at once
 * @param workingDays as mon … sun; empty: every day is one
 */
record CutOff(Optional<LocalTime> time, ZoneId zone, List<String> workingDays) {
    /** What was allocated up to this moment is cut by now: the last cut-off that has passed, or now where there is none. */
    Instant upto(Instant now) {
        return time.map(t -> last(t, now)).orElse(now);
    }

    private Instant last(LocalTime time, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.iterate(today, day -> day.minusDays(1))
                .filter(this::isWorkingDay)
                .map(day -> day.atTime(time).atZone(zone).toInstant())
                .filter(moment -> !moment.isAfter(now))
                .findFirst()
                .orElseThrow();
    }

    private boolean isWorkingDay(LocalDate day) {
        String word = day.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
        return workingDays.isEmpty() || workingDays.contains(word);
    }
}

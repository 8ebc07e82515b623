package io.quayside.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * The day on which units leave a location (rule 9), and the place that makes it so.
 *
 * @param day a working day of the place, except where an item's release date moved it
 */
record Departure(LocalDate day, Place place) {

    /** Of units that lie there and have been the line's since a moment; after the cut-off it counts as the next day. */
    static Departure ofHeld(Place place, Instant since) {
        ZonedDateTime local = since.atZone(place.zone());
        boolean tooLate = place.cutoff().filter(local.toLocalTime()::isAfter).isPresent();
        return ofArriving(place, tooLate ? local.toLocalDate().plusDays(1) : local.toLocalDate());
    }

    /** Of units that come in on a day. */
    static Departure ofArriving(Place place, LocalDate arrival) {
        LocalDate day = workingDay(place, arrival);
        for (int i = 0; i < place.handlingDays(); i++) {
            day = workingDay(place, day.plusDays(1));
        }
        return new Departure(day, place);
    }

    /** What is left for units whose day has passed: the first working day from today on. */
    LocalDate soonest(LocalDate today) {
        return workingDay(place, today);
    }

    Departure notBefore(LocalDate release) {
        return day.isBefore(release) ? new Departure(release, place) : this;
    }

    Departure later(Departure other) {
        return other.day.isAfter(day) ? other : this;
    }

    private static LocalDate workingDay(Place place, LocalDate from) {
        LocalDate day = from;
        while (!place.workingDays().contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day;
    }
}

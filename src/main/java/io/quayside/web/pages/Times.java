package io.quayside.web.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments as the merchant reads them: in its zone, short where it is today. */
record Times(ZoneId zone, Instant now) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** {@code 10:42} today, {@code 3 Nov 10:42} this year, else with the year. */
    String shown(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        String time = TIME.format(here);
        return here.toLocalDate().equals(today()) ? time : day(here.toLocalDate()) + ", " + time;
    }

    /** For the title of what is shown. */
    String utc(Instant at) {
        return UTC.format(at);
    }

    String day(LocalDate day) {
        return (day.getYear() == today().getYear() ? DAY : YEAR).format(day);
    }

    /** How long ago, in its largest unit: {@code 3 h}. */
    String age(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
    }

    /** This moment, at length. */
    String full() {
        return LONG.format(now.atZone(zone));
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** When the merchant's day began. */
    Instant midnight() {
        return today().atStartOfDay(zone).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }
}

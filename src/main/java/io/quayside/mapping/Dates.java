package io.quayside.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a partner writes days and times; the first pattern that fits. Strict: 31 February is no day.
 *
 * @param patterns as the mapping writes them, for problems
 * @param zone of times that name none
 */
record Dates(List<String> patterns, List<DateTimeFormatter> formatters, ZoneId zone) {
    /** ISO 8601, in UTC where no offset is written. */
    static final Dates ISO = new Dates(
            List.of("yyyy-MM-dd"),
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE,
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME,
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME),
            ZoneOffset.UTC);

    /** Throws IllegalArgumentException where a pattern is none. */
    static Dates of(List<String> patterns, ZoneId zone) {
        return new Dates(patterns, patterns.stream().map(Dates::strict).toList(), zone);
    }

    Dates in(ZoneId other) {
        return new Dates(patterns, formatters, other);
    }

    Optional<LocalDate> date(String text) {
        return formatters.stream()
                .flatMap(f -> parsed(f, text).stream())
                .flatMap(t -> Optional.ofNullable(t.query(TemporalQueries.localDate())).stream())
                .findFirst();
    }

    Optional<Instant> moment(String text) {
        return formatters.stream()
                .flatMap(f -> parsed(f, text).stream())
                .flatMap(t -> instant(t).stream())
                .findFirst();
    }

    /** What a problem tells to write. */
    String write() {
        return "a date as " + String.join(" or ", patterns);
    }

    private Optional<Instant> instant(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Optional.of(Instant.from(parsed));
        }
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return date == null
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time)
                        .atZone(zone)
                        .toInstant());
    }

    private static Optional<TemporalAccessor> parsed(DateTimeFormatter formatter, String text) {
        try {
            return Optional.of(formatter.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** `yyyy` is the year of an era, which strict parsing refuses without the era: people mean `uuuu`. */
    private static DateTimeFormatter strict(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            years.append(c == 'y' && !quoted ? 'u' : c);
        }
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(years.toString())
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}

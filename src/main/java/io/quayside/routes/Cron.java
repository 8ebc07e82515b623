package io.quayside.routes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A cron expression: minute hour day month weekday, with seconds before them where there are six fields. In each field
 * {@code *}, {@code ?}, numbers, names of months and weekdays, ranges, lists and steps; Sunday is 0, 7 or SUN. A year, as
 * Quartz has it, may stand at the end as {@code *}.
 */
record Cron(List<BitSet> fields, boolean eitherDay, ZoneId zone) {
    private static final List<String> MONTHS =
            List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int[] LEAST = {0, 0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 59, 23, 31, 12, 7};
    private static final int DAYS_AHEAD = 366 * 8;

    /** Reads the expression; anything else is refused with an example. */
    static Cron of(String text, ZoneId zone) {
        List<String> parts = Arrays.asList(text.strip().split("\\s+"));
        if (parts.size() == 7) {
            parts = parts.subList(0, 6);
        }
        if (parts.size() != 5 && parts.size() != 6) {
            throw new IllegalArgumentException("cron: write five fields as in \"0 6 * * MON-FRI\", not " + text);
        }
        BitSet[] fields = new BitSet[6];
        fields[0] = new BitSet();
        fields[0].set(0);
        int shift = 6 - parts.size();
        try {
            for (int i = 0; i < parts.size(); i++) {
                fields[i + shift] = field(parts.get(i).toUpperCase(Locale.ROOT), i + shift);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cron: cannot read \"" + text + "\"; write for example \"0 6 * * MON-FRI\"", e);
        }
        if (fields[5].get(7)) {
            fields[5].set(0);
        }
        boolean either = isGiven(parts.get(3 - shift)) && isGiven(parts.get(5 - shift));
        return new Cron(List.of(fields), either, zone);
    }

    /** The next time after {@code now}. */
    ZonedDateTime after(ZonedDateTime now) {
        ZonedDateTime from = now.withZoneSameInstant(zone).plusSeconds(1).withNano(0);
        LocalDate day = from.toLocalDate();
        for (int i = 0; i < DAYS_AHEAD; i++, day = day.plusDays(1)) {
            if (isOn(day)) {
                LocalTime time = i == 0 ? timeFrom(from.toLocalTime()) : timeFrom(LocalTime.MIN);
                if (time != null) {
                    return day.atTime(time).atZone(zone);
                }
            }
        }
        throw new DateTimeException("cron: there is no such day");
    }

    private boolean isOn(LocalDate day) {
        boolean date = fields.get(3).get(day.getDayOfMonth());
        boolean weekday = fields.get(5).get(day.getDayOfWeek().getValue() % 7);
        return fields.get(4).get(day.getMonthValue()) && (eitherDay ? date || weekday : date && weekday);
    }

    private LocalTime timeFrom(LocalTime from) {
        for (int hour = fields.get(2).nextSetBit(from.getHour());
                hour >= 0;
                hour = fields.get(2).nextSetBit(hour + 1)) {
            int firstMinute = hour == from.getHour() ? from.getMinute() : 0;
            for (int minute = fields.get(1).nextSetBit(firstMinute);
                    minute >= 0;
                    minute = fields.get(1).nextSetBit(minute + 1)) {
                boolean now = hour == from.getHour() && minute == from.getMinute();
                int second = fields.get(0).nextSetBit(now ? from.getSecond() : 0);
                if (second >= 0) {
                    return LocalTime.of(hour, minute, second);
                }
            }
        }
        return null;
    }

    private static boolean isGiven(String part) {
        return !part.equals("*") && !part.equals("?");
    }

    private static BitSet field(String text, int field) {
        BitSet bits = new BitSet();
        for (String part : text.split(",", -1)) {
            String[] steps = part.split("/", 2);
            String[] ends = steps[0].split("-", 2);
            boolean any = !isGiven(steps[0]);
            int from = any ? LEAST[field] : number(ends[0], field);
            int to = any || ends.length == 1 && steps.length == 2 ? MOST[field] : number(ends[ends.length - 1], field);
            to = field == 5 && to == 0 && from > 0 ? 7 : to;
            int step = steps.length == 2 ? Integer.parseInt(steps[1]) : 1;
            if (step < 1 || from > to || from < LEAST[field] || to > MOST[field]) {
                throw new IllegalArgumentException(part);
            }
            for (int n = from; n <= to; n += step) {
                bits.set(n);
            }
        }
        return bits;
    }

    private static int number(String text, int field) {
        List<String> names = field == 4 ? MONTHS : field == 5 ? WEEKDAYS : List.of();
        int named = text.isEmpty() ? -1 : names.indexOf(text);
        return named >= 0 ? named : Integer.parseInt(text);
    }
}

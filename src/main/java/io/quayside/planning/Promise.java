package io.quayside.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The planner's two dates of a line, each the day it leaves (rule 9); the customer's `requested` is not its business. */
public record Promise(Optional<LocalDate> original, Optional<LocalDate> current) {
    public static final Promise NONE = new Promise(Optional.empty(), Optional.empty());

    /**
     * What is told after a plan: a worse date at once, a better one when it is worth it, never one in the past; and units
     * that should have left already move nothing by themselves.
     */
    Promise next(Optional<Departure> leaves, LocalDate today, int improveDays) {
        Optional<LocalDate> told = leaves.map(day -> day(day, today, improveDays));
        return new Promise(original.or(() -> told), told);
    }

    private LocalDate day(Departure leaves, LocalDate today, int improveDays) {
        boolean overdue = leaves.day().isBefore(today);
        LocalDate day = overdue ? leaves.soonest(today) : leaves.day();
        if (current.isEmpty()) {
            return day;
        }
        LocalDate before = current.get();
        boolean stands = overdue && !before.isAfter(day);
        boolean littleBetter = before.isAfter(day) && ChronoUnit.DAYS.between(day, before) < improveDays;
        return stands || littleBetter ? before : day;
    }
}

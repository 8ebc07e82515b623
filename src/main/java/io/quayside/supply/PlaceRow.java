package io.quayside.supply;

import io.quayside.planning.Place;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** A stored location, for the planner; without working days every day is one. */
record PlaceRow(
        String code,
        String kind,
        int rank,
        int handlingDays,
        String zone,
        List<String> workingDays,
        Optional<LocalTime> cutoff) {

    /** All locations as the planner sees them, by code. */
    static Map<String, Place> load(Handle handle) {
        return of(handle.createQuery(Sql.named("supply/places"))
                .map(Rows.of(PlaceRow.class))
                .list());
    }

    /** These as the planner sees them, by code. */
    static Map<String, Place> of(List<PlaceRow> rows) {
        return rows.stream().map(PlaceRow::toPlace).collect(Collectors.toMap(Place::code, Function.identity()));
    }

    private Place toPlace() {
        return new Place(code, kind.equals("warehouse"), rank, handlingDays, ZoneId.of(zone), days(), cutoff);
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String word = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
            if (workingDays.isEmpty() || workingDays.contains(word)) {
                days.add(day);
            }
        }
        return days;
    }
}

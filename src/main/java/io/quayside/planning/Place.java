package io.quayside.planning;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A location as the planner sees it (rule 3: own warehouses before suppliers, then by rank, then by code).
 *
 * @param handlingDays working days between having a unit and letting it leave
 * @param workingDays never empty
 * @param cutoff local time after which a unit allocated counts from the next day
 */
public record Place(
        String code,
        boolean own,
        int rank,
        int handlingDays,
        ZoneId zone,
        Set<DayOfWeek> workingDays,
        Optional<LocalTime> cutoff) {}

package io.quayside.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What covers a line after the plan.
 *
 * @param held in the order of supply; what it had stays since when it had it
 * @param byDay its units by the day they could leave
 * @param whole when the last unit leaves, those with partners too; empty when nothing known makes the line whole
 */
record Covered(List<Held> held, SortedMap<LocalDate, Integer> byDay, Optional<Departure> whole) {

    static Covered of(Line line, Instant now) {
        List<Held> held = held(line, now);
        List<Portion> portions = new ArrayList<>();
        for (Held one : held) {
            Place place = line.supply.shelves.get(line.supply.shelf(one.location()));
            portions.add(new Portion(one.units(), Departure.ofHeld(place, one.since())));
        }
        for (int i = 0; i < line.virtual.length; i++) {
            if (line.virtual[i] > 0) {
                portions.add(new Portion(line.virtual[i], Departure.ofHeld(line.supply.shelves.get(i), now)));
            }
        }
        for (int i = 0; i < line.pegged.length; i++) {
            Optional<Departure> leaves = line.supply.arrivals.get(i).departure();
            if (line.pegged[i] > 0 && leaves.isPresent()) {
                portions.add(new Portion(line.pegged[i], leaves.get()));
            }
        }
        return of(line, held, portions);
    }

    private static Covered of(Line line, List<Held> held, List<Portion> portions) {
        SortedMap<LocalDate, Integer> byDay = new TreeMap<>();
        Optional<Departure> last = Optional.empty();
        int units = 0;
        for (Portion portion : portions) {
            Departure leaves = line.supply.afterRelease(portion.leaves());
            byDay.merge(leaves.day(), portion.units(), Integer::sum);
            last = Optional.of(last.map(leaves::later).orElse(leaves));
            units += portion.units();
        }
        return new Covered(held, byDay, units < line.demand.open() ? Optional.empty() : withSent(line, last));
    }

    private static Optional<Departure> withSent(Line line, Optional<Departure> last) {
        return line.demand
                .answers()
                .sent()
                .map(sent ->
                        sent.departure().map(leaves -> last.map(leaves::later).orElse(leaves)))
                .orElse(last);
    }

    /** Units kept at a location are those it has had longest; what came to them is its own since now. */
    private static List<Held> held(Line line, Instant now) {
        Map<Instant, Integer> since = new TreeMap<>();
        List<Held> held = new ArrayList<>();
        List<Held> had = line.byAge();
        for (int i = 0; i < line.held.length; i++) {
            int rest = line.held[i];
            String location = line.supply.shelves.get(i).code();
            since.clear();
            for (Held one : had) {
                int units = one.location().equals(location) ? Math.min(one.units(), rest) : 0;
                rest -= units;
                since.merge(one.since(), units, Integer::sum);
            }
            since.merge(now, rest, Integer::sum);
            since.forEach((moment, units) -> {
                if (units > 0) {
                    held.add(new Held(location, units, moment));
                }
            });
        }
        return held;
    }

    private record Portion(int units, Departure leaves) {}
}

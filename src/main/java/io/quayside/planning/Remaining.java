package io.quayside.planning;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is left of one SKU's supply while lines take from it: shelves (on hand by location) in the order of rule 3 and
 * arrivals (inbound) in the order of rule 1. The planner's working state, used by one thread and thrown away.
 */
final class Remaining {
    private static final Comparator<Place> BY_RANK =
            comparing((Place place) -> !place.own()).thenComparing(Place::rank).thenComparing(Place::code);

    /** Units expected, and when they could leave; without a day they promise none. */
    record Arrival(Inbound inbound, Optional<Departure> departure) {}

    final SkuSupply supply;
    final List<Place> shelves = new ArrayList<>();
    final List<Arrival> arrivals = new ArrayList<>();
    /** Its demand, in the order of demand. */
    final List<Line> lines = new ArrayList<>();

    final int[] onHand;
    final int[] inbound;

    private final Map<String, Integer> shelfByCode = new HashMap<>();
    private int unitsWanted;

    Remaining(SkuSupply supply, LocalDate today) {
        this.supply = supply;
        List<OnHand> stock = new ArrayList<>(supply.onHand());
        stock.sort(comparing(OnHand::place, BY_RANK));
        onHand = stock.stream().mapToInt(OnHand::units).toArray();
        for (OnHand one : stock) {
            shelfByCode.put(one.place().code(), shelves.size());
            shelves.add(one.place());
        }
        for (Inbound one : supply.inbound()) {
            arrivals.add(new Arrival(one, departure(one, today)));
        }
        arrivals.sort(comparing((Arrival one) -> one.departure().isEmpty())
                .thenComparing(one -> Lateness.expected(one.inbound(), today).orElse(LocalDate.MAX))
                .thenComparing(one -> one.inbound().ref())
                .thenComparing(one -> one.inbound().place().code()));
        inbound = arrivals.stream().mapToInt(one -> one.inbound().units()).toArray();
    }

    private Optional<Departure> departure(Inbound one, LocalDate today) {
        return Lateness.expected(one, today).map(day -> afterRelease(Departure.ofArriving(one.place(), day)));
    }

    /** A pre-order leaves on its release date at the earliest (rule 9). */
    Departure afterRelease(Departure departure) {
        return supply.releaseDate().map(departure::notBefore).orElse(departure);
    }

    /** Adds a line behind those that are there. */
    Line join(Demand demand) {
        Line line = new Line(demand, this, lines.size() + 1, unitsWanted);
        lines.add(line);
        unitsWanted += demand.open();
        return line;
    }

    /** Index of a location's shelf; behind the last one where the SKU has no supply there any more. */
    int shelf(String location) {
        return shelfByCode.getOrDefault(location, onHand.length);
    }

    int unitsOnHand() {
        return Arrays.stream(onHand).sum();
    }

    /**
     * Holds back the safety stock once, from own warehouses, last rank first (rule 1). What is not there yet is held back
     * from what arrives first, because that is what will happen to it.
     */
    void holdBackSafetyStock() {
        int rest = supply.safetyStock();
        for (int i = onHand.length - 1; i >= 0 && rest > 0; i--) {
            if (shelves.get(i).own()) {
                int held = Math.min(rest, onHand[i]);
                onHand[i] -= held;
                rest -= held;
            }
        }
        for (int i = 0; i < inbound.length && rest > 0; i++) {
            if (arrivals.get(i).inbound().place().own()) {
                int held = Math.min(rest, inbound[i]);
                inbound[i] -= held;
                rest -= held;
            }
        }
    }

    SkuPlan plan() {
        Map<LocalDate, Integer> byDay = new TreeMap<>();
        for (int i = 0; i < inbound.length; i++) {
            int units = inbound[i];
            if (units > 0) {
                arrivals.get(i).departure().ifPresent(leaves -> byDay.merge(leaves.day(), units, Integer::sum));
            }
        }
        List<SkuPlan.Incoming> incoming = new ArrayList<>();
        byDay.forEach((day, units) -> incoming.add(new SkuPlan.Incoming(day, units)));
        return new SkuPlan(supply.sku(), unitsOnHand(), incoming);
    }
}

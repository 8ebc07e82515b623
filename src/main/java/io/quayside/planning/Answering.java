package io.quayside.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns planned lines into the answer: whose units since when, promises (rule 9), schedule and reasons (rule 12). */
final class Answering {
    private final Policy policy;
    private final Moment moment;

    Answering(Policy policy, Moment moment) {
        this.policy = policy;
        this.moment = moment;
    }

    List<LinePlan> answer(List<Line> lines) {
        List<Covered> covered =
                lines.stream().map(line -> Covered.of(line, moment.now())).toList();
        Map<OrderKey, Optional<Departure>> orders = new HashMap<>();
        for (int i = 0; i < covered.size(); i++) {
            if (lines.get(i).is(ShipRule.COMPLETE)) {
                orders.merge(lines.get(i).demand.order(), covered.get(i).whole(), Answering::together);
            }
        }
        List<LinePlan> plans = new ArrayList<>(lines.size());
        for (int i = 0; i < covered.size(); i++) {
            Line line = lines.get(i);
            plans.add(plan(line, covered.get(i), promise(line.demand, covered.get(i), orders)));
        }
        return plans;
    }

    /** All of an order leaves when its last line can. */
    private static Optional<Departure> together(Optional<Departure> one, Optional<Departure> other) {
        return one.flatMap(day -> other.map(day::later));
    }

    private Promise promise(Demand demand, Covered covered, Map<OrderKey, Optional<Departure>> orders) {
        Optional<Departure> leaves = demand.ship() == ShipRule.COMPLETE ? orders.get(demand.order()) : covered.whole();
        return demand.promise().next(leaves, moment.today(), policy.improveDays());
    }

    private static LinePlan plan(Line line, Covered covered, Promise promise) {
        return new LinePlan(
                line.demand.id(),
                line.demand.sku(),
                covered.held(),
                pegs(line),
                promise,
                schedule(line, covered, promise),
                line.rank,
                line.unitsAhead,
                Reasons.looked(line),
                Reasons.rule(line),
                Reasons.needed(line),
                line.coverable,
                covered.whole().map(Departure::day));
    }

    private static List<Peg> pegs(Line line) {
        List<Peg> pegs = new ArrayList<>();
        for (int i = 0; i < line.pegged.length; i++) {
            if (line.pegged[i] > 0) {
                pegs.add(new Peg(line.supply.arrivals.get(i).inbound().id(), line.pegged[i]));
            }
        }
        return pegs;
    }

    /** `any` leaves as it comes, a `line` line whole on the promised day; a `complete` order's day is not this line's alone. */
    private static List<LinePlan.Dated> schedule(Line line, Covered covered, Promise promise) {
        Map<LocalDate, Integer> byDay =
                switch (line.demand.ship()) {
                    case ANY -> covered.byDay();
                    case LINE ->
                        promise.current()
                                .map(day -> Map.of(day, line.demand.open()))
                                .orElse(Map.of());
                    case COMPLETE -> Map.of();
                };
        List<LinePlan.Dated> schedule = new ArrayList<>();
        byDay.forEach((day, units) -> schedule.add(new LinePlan.Dated(units, day)));
        return schedule;
    }
}

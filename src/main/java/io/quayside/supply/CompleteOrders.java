package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quayside.planning.Demand;
import io.quayside.planning.LinePlan;
import io.quayside.planning.Moment;
import io.quayside.planning.OrderKey;
import io.quayside.planning.Plan;
import io.quayside.planning.Planner;
import io.quayside.planning.Policy;
import io.quayside.planning.Promise;
import io.quayside.planning.Readiness;
import io.quayside.planning.ShipRule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rule 5 across SKUs: what each `complete` order may do in this plan, and which must be judged afterwards.
 *
 * <p>An order that is not ready and whose last missing line can be whole now gets its units set aside, untold, until it is
 * judged; so a second plan is made where the first finds one. Setting aside only takes from those behind, so two are enough.
 */
final class CompleteOrders {
    private final List<LineRow> lines;
    private final Map<Long, List<LineRow>> orders;
    private final Optional<OrderKey> judged;
    private final Set<Long> aside = new HashSet<>();
    private final Set<Long> toJudge = new TreeSet<>();

    CompleteOrders(List<LineRow> lines, Optional<OrderKey> judged) {
        this.lines = lines;
        this.judged = judged;
        this.orders = lines.stream().filter(LineRow::complete).collect(groupingBy(line -> line.stored()
                .orderId()));
        orders.forEach((order, rows) -> {
            if (rows.get(0).stored().marked()) {
                aside.add(order);
            }
        });
    }

    /** Plans, again where an order turned out to become ready, and finds out who is to be judged. */
    Plan plan(Situation situation, Policy policy, Moment moment) {
        Plan plan = Planner.plan(situation.supply(), demand(), policy, moment);
        if (orders.isEmpty()) {
            return plan;
        }
        Set<Long> becoming = becomingReady(plan);
        if (!becoming.isEmpty()) {
            aside.addAll(becoming);
            plan = Planner.plan(situation.supply(), demand(), policy, moment);
        }
        findToJudge(plan, becoming);
        return plan;
    }

    /** Orders to be marked, in key order. */
    Set<Long> toJudge() {
        return toJudge;
    }

    /** Whether the promise of this line is settled only where all lines of its order are planned together. */
    boolean promisesLater(LineRow line) {
        return line.complete() && line.stored().elsewhere();
    }

    private List<Demand> demand() {
        return lines.stream().map(this::demand).toList();
    }

    private Demand demand(LineRow line) {
        LineRow.Stored row = line.stored();
        return new Demand(
                row.id(),
                key(row),
                row.line(),
                row.rankLine(),
                row.sku(),
                row.open(),
                row.priority(),
                row.placedAt(),
                row.requested(),
                ShipRule.valueOf(row.ship().toUpperCase(Locale.ROOT)),
                readiness(row),
                line.held(),
                line.pegged(),
                new Promise(row.original(), row.current()),
                line.answers());
    }

    private Readiness readiness(LineRow.Stored row) {
        if (judged.isPresent() && judged.get().equals(key(row))) {
            return Readiness.JUDGE;
        }
        if (row.ready()) {
            return Readiness.READY;
        }
        return aside.contains(row.orderId()) ? Readiness.ASIDE : Readiness.UNREADY;
    }

    private Set<Long> becomingReady(Plan plan) {
        Map<Long, LinePlan> plans = byLine(plan);
        Set<Long> becoming = new HashSet<>();
        orders.forEach((order, rows) -> {
            if (readiness(rows.get(0).stored()) == Readiness.UNREADY && coverable(rows, plans)) {
                becoming.add(order);
            }
        });
        return becoming;
    }

    private static boolean coverable(List<LineRow> rows, Map<Long, LinePlan> plans) {
        return rows.get(0).stored().coverableElsewhere()
                && rows.stream().allMatch(row -> plans.get(row.stored().id()).coverable());
    }

    /** An order is judged when it may turn ready or unready, or when the day on which all of it is whole may move. */
    private void findToJudge(Plan plan, Set<Long> becoming) {
        Map<Long, LinePlan> plans = byLine(plan);
        orders.forEach((order, rows) -> {
            LineRow.Stored first = rows.get(0).stored();
            boolean covered = coverable(rows, plans);
            boolean turns = first.ready() ? !covered : covered && becoming.contains(order);
            boolean moves = first.elsewhere()
                    && rows.stream().anyMatch(row -> !plans.get(row.stored().id())
                            .wholeOn()
                            .equals(row.stored().wholeOn()));
            if (readiness(first) != Readiness.JUDGE && (turns || moves)) {
                toJudge.add(order);
            }
        });
    }

    private static Map<Long, LinePlan> byLine(Plan plan) {
        return plan.lines().stream().collect(toMap(LinePlan::id, line -> line));
    }

    static OrderKey key(LineRow.Stored row) {
        return new OrderKey(row.storefront(), row.number());
    }
}

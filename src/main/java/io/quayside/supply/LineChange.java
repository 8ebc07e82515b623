package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quayside.planning.Held;
import io.quayside.planning.LinePlan;
import io.quayside.planning.Peg;
import io.quayside.planning.Promise;
import io.quayside.store.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One line before and after a plan. {@code promise} is what is told from now on. */
record LineChange(LineRow row, LinePlan plan, Promise promise) {
    private static final Comparator<Held> HELD =
            Comparator.comparing(Held::location).thenComparing(Held::since);

    boolean holdsOther() {
        return !sorted(row.held()).equals(sorted(plan.held()));
    }

    boolean pegsOther() {
        return !byInbound(row.pegged()).equals(byInbound(plan.pegged()));
    }

    boolean promisesOther() {
        return !promise.equals(new Promise(row.stored().original(), row.stored().current()));
    }

    boolean judgesOther() {
        return row.complete()
                && (plan.coverable() != row.stored().coverable()
                        || !plan.wholeOn().equals(row.stored().wholeOn()));
    }

    /** Units by the day they leave, as the database holds them: a list of quantity and date. */
    String schedule() {
        ArrayNode days = Json.MAPPER.createArrayNode();
        plan.schedule().forEach(part -> days.addObject()
                .put("quantity", part.units())
                .put("date", part.day().toString()));
        return days.toString();
    }

    boolean leavesOther() {
        return !schedule().equals(row.stored().schedule());
    }

    /** Units gained, or lost where below zero; units cancelled count as neither. */
    int gained() {
        return plan.allocated() - row.allocated();
    }

    int backordered() {
        return row.stored().open() - plan.allocated();
    }

    /** A date is told anew, unless it comes with the order itself. */
    boolean movesPromise() {
        return !row.stored().fresh() && !promise.current().equals(row.stored().current());
    }

    boolean isDecided() {
        return row.stored().fresh() || holdsOther() || pegsOther() || promisesOther();
    }

    private static List<Held> sorted(List<Held> held) {
        return held.stream().sorted(HELD).toList();
    }

    private static Map<Long, Integer> byInbound(List<Peg> pegs) {
        return pegs.stream().collect(Collectors.toMap(Peg::inbound, Peg::units, Integer::sum, TreeMap::new));
    }
}

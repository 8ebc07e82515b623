package io.quayside.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines take from what lies on the shelves, each in its turn, as the ship rule of its order allows (rules 3 and 5). */
final class Taking {
    private final Map<OrderKey, List<Line>> complete = new HashMap<>();
    private final Map<OrderKey, Boolean> judged = new LinkedHashMap<>();

    private Taking() {}

    /** Gives all lines their turn, in the order of demand; answers which `complete` orders to be judged are ready. */
    static Map<OrderKey, Boolean> inTurn(List<Line> lines) {
        Taking taking = new Taking();
        for (Line line : lines) {
            if (line.is(ShipRule.COMPLETE)) {
                taking.complete
                        .computeIfAbsent(line.demand.order(), order -> new ArrayList<>())
                        .add(line);
            }
        }
        lines.forEach(taking::turn);
        return taking.judged;
    }

    private void turn(Line line) {
        if (line.is(ShipRule.COMPLETE)) {
            List<Line> order = complete.remove(line.demand.order());
            if (order != null) {
                turnOf(order);
            }
            return;
        }
        line.sawOnHand = line.supply.onHand.clone();
        line.coverable = line.isCoverable();
        if (line.coverable || line.is(ShipRule.ANY)) {
            line.take(ShareOut.of(line.missing(), line.onShelves(line.supply.onHand)));
        }
    }

    /** All lines of a `complete` order have their turn together, at the rank of the first: all are whole or none takes. */
    private void turnOf(List<Line> order) {
        for (Line line : order) {
            line.sawOnHand = line.supply.onHand.clone();
            line.coverable = line.isCoverable();
            if (line.coverable) {
                line.setAside(ShareOut.of(line.missing(), line.onShelves(line.supply.onHand)));
            }
        }
        boolean whole = order.stream().allMatch(line -> line.coverable);
        Readiness readiness = order.get(0).demand.readiness();
        if (readiness == Readiness.JUDGE) {
            judged.put(order.get(0).demand.order(), whole);
        }
        for (Line line : order) {
            if (!whole || readiness != Readiness.ASIDE) {
                line.putBack();
            }
            if (whole && (readiness == Readiness.JUDGE || readiness == Readiness.READY)) {
                line.take(ShareOut.of(line.missing(), line.onShelves(line.supply.onHand)));
            }
        }
    }
}

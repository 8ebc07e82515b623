package io.quayside.planning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Waiting lines are promised what is on its way, in the order of demand (rules 1, 5 and 9). `any` is promised what there
 * is. A `line` or `complete` line is promised its rest whole or not at all, because that is how it will take; what lies
 * free on the shelves after everybody's turn counts for it, though it does not take it yet.
 */
final class Pegging {
    private final Map<Remaining, int[]> free = new HashMap<>();
    private final Map<Remaining, Integer> missing = new HashMap<>();

    private Pegging() {}

    static void inTurn(List<Line> lines) {
        Pegging pegging = new Pegging();
        lines.forEach(pegging::turn);
    }

    private void turn(Line line) {
        line.sawInbound = line.supply.inbound.clone();
        line.missingAhead = missing.getOrDefault(line.supply, 0);
        if (!line.is(ShipRule.COMPLETE)) {
            missing.merge(line.supply, line.missing(), Integer::sum);
        }
        if (line.missing() == 0 || line.aside) {
            return;
        }
        if (line.is(ShipRule.ANY)) {
            line.peg(ShareOut.of(line.missing(), line.arriving()));
            return;
        }
        int[] shelves = free.computeIfAbsent(line.supply, supply -> supply.onHand.clone());
        int[] lying = ShareOut.of(line.missing(), line.onShelves(shelves));
        int rest = line.missing() - Arrays.stream(lying).sum();
        int[] coming = ShareOut.of(rest, line.arriving());
        if (Arrays.stream(coming).sum() == rest) {
            line.virtual = lying;
            for (int i = 0; i < lying.length; i++) {
                shelves[i] -= lying[i];
            }
            line.peg(coming);
        }
    }
}

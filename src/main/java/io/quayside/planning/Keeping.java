package io.quayside.planning;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What lines keep before anybody takes: firm units (rule 4), less what shrinking stock takes back (rule 7). */
final class Keeping {
    private Keeping() {}

    /**
     * Stock that no longer covers what is held takes from the end of the order of demand, firm or not; of what a line may
     * keep, the units that are firm stay where they are.
     *
     * @param lines of one SKU, in the order of demand
     * @param firmBefore units held since before this moment are firm
     */
    static void keep(Remaining supply, List<Line> lines, Instant firmBefore) {
        int units = supply.unitsOnHand();
        for (Line line : lines) {
            int wanted = Math.min(line.before(), line.demand.open());
            int kept = Math.min(
                    Math.min(wanted, units),
                    Arrays.stream(line.onShelves(supply.onHand)).sum());
            units -= kept;
            line.lost = wanted - kept;
            stay(line, kept, firmBefore);
            line.keptFirm = line.allocated();
        }
    }

    private static void stay(Line line, int kept, Instant firmBefore) {
        int rest = kept;
        for (Held one : line.byAge()) {
            int units = Math.min(one.units(), rest);
            rest -= units;
            int shelf = line.supply.shelf(one.location());
            if (line.mayStay(shelf) && one.since().isBefore(firmBefore)) {
                int[] taken = new int[line.held.length];
                taken[shelf] = Math.min(units, line.supply.onHand[shelf]);
                line.take(taken);
            }
        }
    }
}

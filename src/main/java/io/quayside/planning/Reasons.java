package io.quayside.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a line has what it has (rule 12), in words for people. */
final class Reasons {
    private Reasons() {}

    /** The supplies looked at until the line was whole. */
    static List<LinePlan.Looked> looked(Line line) {
        List<LinePlan.Looked> looked = new ArrayList<>();
        int rest = line.demand.open();
        for (int i = 0; i < line.held.length && rest > 0; i++) {
            looked.add(new LinePlan.Looked(
                    "on hand " + line.supply.shelves.get(i).code(), line.sawOnHand[i], line.held[i]));
            rest -= line.held[i];
        }
        for (int i = 0; i < line.pegged.length && rest > 0; i++) {
            looked.add(new LinePlan.Looked(
                    "inbound " + line.supply.arrivals.get(i).inbound().ref(), line.sawInbound[i], line.pegged[i]));
            rest -= line.pegged[i];
        }
        for (Answers.PassedOver one : line.demand.answers().passedOver()) {
            looked.add(new LinePlan.Looked(
                    "%s passed over: the partner rejected it (%s)".formatted(one.location(), one.where()), 0, 0));
        }
        return looked;
    }

    static String rule(Line line) {
        if (line.lost > 0 && line.allocated() < line.before()) {
            return "7 stock shrank: last come, first lose";
        }
        if (line.demand.open() == 0) {
            return "11 the day that the partner's answer names";
        }
        if (line.missing() == 0) {
            return line.keptFirm == line.allocated() ? "4 firm" : "2 its turn in the order of demand";
        }
        if (line.aside) {
            return "5 complete: set aside until the order is judged";
        }
        if (line.is(ShipRule.COMPLETE)) {
            return "5 complete: not every line can be whole";
        }
        if (line.is(ShipRule.LINE)) {
            return "5 line: whole or not at all";
        }
        if (line.allocated() < line.before()) {
            return "2 others come first in the order of demand";
        }
        if (line.promised() == 0 && !line.demand.answers().passedOver().isEmpty()) {
            return "11 a partner rejected it, and nothing else is left";
        }
        return line.promised() > 0 ? "9 waits for inbound" : "1 nothing left";
    }

    /** What would have been enough for one unit more, or for being whole where its ship rule takes nothing less. */
    static Optional<String> needed(Line line) {
        if (line.missing() == 0) {
            return Optional.empty();
        }
        if (line.coverable) {
            return Optional.of("the other lines of the order to be whole");
        }
        int units = line.is(ShipRule.ANY) ? 1 : line.missing() - line.sawLeft();
        return Optional.of("%d more on hand".formatted(line.missingAhead + units));
    }
}

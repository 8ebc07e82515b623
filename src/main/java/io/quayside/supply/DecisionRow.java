package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.planning.Held;
import io.quayside.planning.Peg;
import io.quayside.planning.Promise;
import io.quayside.store.Json;
import java.util.List;

/** One decision record (rule 12); the JSON columns as text. */
record DecisionRow(
        long line,
        String change,
        int rank,
        int ahead,
        String supply,
        String rule,
        String trigger,
        String before,
        String after,
        String needed) {

    static DecisionRow of(LineChange change, Trigger trigger) {
        LineRow.Stored row = change.row().stored();
        return new DecisionRow(
                row.id(),
                summary(change),
                change.plan().rank(),
                change.plan().unitsAhead(),
                Json.write(change.plan().looked()),
                change.plan().rule(),
                trigger(trigger),
                state(change.row().held(), change.row().pegged(), new Promise(row.original(), row.current())),
                state(change.plan().held(), change.plan().pegged(), change.promise()),
                change.plan().needed().map(Json::write).orElse(null));
    }

    private static String summary(LineChange change) {
        if (change.row().stored().fresh()) {
            return "placed";
        }
        if (change.gained() != 0) {
            return change.gained() > 0 ? "allocated " + change.gained() : "deallocated " + -change.gained();
        }
        if (change.movesPromise()) {
            return "promise moved";
        }
        return change.holdsOther() ? "units moved" : "inbound moved";
    }

    private static String trigger(Trigger trigger) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("kind", trigger.kind());
        trigger.document().ifPresent(document -> json.put("document", Long.toString(document)));
        trigger.position().ifPresent(position -> json.put("position", position));
        return json.toString();
    }

    private static String state(List<Held> held, List<Peg> pegged, Promise promise) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("allocated", held.stream().mapToInt(Held::units).sum());
        json.put("pegged", pegged.stream().mapToInt(Peg::units).sum());
        promise.original().ifPresent(date -> json.put("original", date.toString()));
        promise.current().ifPresent(date -> json.put("current", date.toString()));
        return json.toString();
    }
}

package io.quayside.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision record (allocation, rule 12) in words. */
record Decision(
        long id,
        Instant at,
        String change,
        int rank,
        int unitsAhead,
        String supply,
        String rule,
        String trigger,
        String before,
        String after,
        Optional<String> needed) {

    /** {@code Waits for inbound (rule 9)} of {@code 9 waits for inbound}. */
    static String why(String rule) {
        int blank = rule.indexOf(' ');
        return Look.begun(rule.substring(blank + 1)) + " (rule " + rule.substring(0, blank) + ")";
    }

    /** What would have been needed to get more, as stored: a JSON text. */
    static String needed(String json) {
        return Json.tree(json).asText();
    }

    Optional<String> document() {
        return Optional.ofNullable(Json.tree(trigger).path("document").asText(null));
    }

    /** What made it be decided, without the document. */
    String cause() {
        JsonNode node = Json.tree(trigger);
        String position = node.path("position").asText("");
        return switch (node.path("kind").asText()) {
            case "document" -> position;
            case "call" -> "call: " + position;
            case "order" -> "order " + position;
            default -> position.isEmpty() ? "schedule" : "schedule: " + position;
        };
    }

    /** What it looked at until the line was whole. */
    List<String> looked() {
        List<String> looked = new ArrayList<>();
        for (JsonNode one : Json.tree(supply)) {
            looked.add(one.path("supply").asText() + ": " + one.path("given").asInt() + " of "
                    + one.path("left").asInt() + " left");
        }
        return looked;
    }

    /** What of the line's state is another now. */
    List<String> differences() {
        JsonNode was = Json.tree(before);
        JsonNode is = Json.tree(after);
        List<String> all = new ArrayList<>();
        for (String key : List.of("allocated", "pegged", "current")) {
            String old = was.path(key).asText("none");
            String now = is.path(key).asText("none");
            if (!old.equals(now)) {
                all.add((key.equals("current") ? "promise" : key) + " " + old + " → " + now);
            }
        }
        return all;
    }
}

package io.quayside.supply.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A decision record (allocation, rule 12); what it looked at, what made it and the line's state are JSON texts. */
public record Decision(
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

    /** At most {@code limit} decisions about a line, newest first, older than one of them. */
    public static List<Decision> of(Handle handle, long line, long before, int limit) {
        return handle.createQuery(Sql.named("orders/explanation"))
                .bind("line", line)
                .bind("before_id", before)
                .bind("limit", limit)
                .map(Rows.of(Decision.class))
                .list();
    }

    ObjectNode seen() {
        ObjectNode seen = Json.MAPPER.createObjectNode();
        seen.put("at", at.toString());
        seen.put("change", change);
        seen.put("rank", rank);
        seen.put("units_ahead", unitsAhead);
        seen.set("supply", Json.tree(supply));
        seen.put("rule", rule);
        seen.set("trigger", Json.tree(trigger));
        seen.set("before", Json.tree(before));
        seen.set("after", Json.tree(after));
        needed.map(Json::tree).map(JsonNode::asText).ifPresent(units -> seen.put("needed", units));
        return seen;
    }

    /** The document that made it be decided. */
    public Optional<String> document() {
        return Optional.ofNullable(Json.tree(trigger).path("document").asText(null));
    }

    /** What made it be decided, without the document. */
    public String cause() {
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
    public List<String> looked() {
        List<String> looked = new ArrayList<>();
        for (JsonNode one : Json.tree(supply)) {
            looked.add(one.path("supply").asText() + ": " + one.path("given").asInt() + " of "
                    + one.path("left").asInt() + " left");
        }
        return looked;
    }

    /** What of the line's state is another now. */
    public List<String> differences() {
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

package io.quayside.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.util.List;

/** Reads bodies, and says with JSON pointers what is wrong in them. */
final class Bodies {
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Bodies() {}

    static JsonNode object(byte[] body) {
        JsonNode node;
        try {
            node = READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refusal(Refusal.Kind.INVALID, "not JSON: " + sentence(e));
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INVALID, "not JSON in UTF-8");
        }
        if (node == null || !node.isObject()) {
            throw new Refusal(Refusal.Kind.INVALID, "write a JSON object: {…}");
        }
        return node;
    }

    static <T> T bind(JsonNode json, Class<T> type) {
        List<Refusal.Place> wrong = Shape.of(type).check(json);
        if (!wrong.isEmpty()) {
            Refusal.Place first = wrong.get(0);
            String more = wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : "";
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    first.pointer() + ": " + first.detail() + more,
                    wrong.toArray(Refusal.Place[]::new));
        }
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new Refusal(Refusal.Kind.INVALID, sentence(e));
        }
    }

    private static String sentence(JsonProcessingException e) {
        String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return e.getLocation() == null
                ? what
                : what + " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}

package io.quayside.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import java.io.IOException;

/** Reads bodies, and says with JSON pointers what is wrong in them. */
final class Bodies {
    private Bodies() {}

    static JsonNode object(byte[] body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node == null || !node.isObject()) {
                throw new Refusal(Refusal.Kind.INVALID, "the body must be a JSON object");
            }
            return node;
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INVALID, "the body is not JSON: " + e.getMessage());
        }
    }

    static <T> T bind(JsonNode json, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INVALID, e.getMessage());
        }
    }
}

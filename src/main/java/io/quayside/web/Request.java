package io.quayside.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the API, with its key checked and its body read.
 *
 * @param path decoded path parameters by name
 * @param query first value of each query parameter
 * @param body raw bytes, empty where there are none
 */
public record Request(Principal principal, Map<String, String> path, Query query, byte[] body) {
    /** Body as a JSON object; refuses anything else with 400. */
    public JsonNode json() {
        return Bodies.object(body);
    }

    /** Body bound to a record of ours; unknown or missing fields are refused with 400 and their pointers. */
    public <T> T as(Class<T> type) {
        return Bodies.bind(json(), type);
    }

    /** Query parameters. */
    public interface Query {
        Optional<String> get(String name);

        /** All values of a repeated parameter, in order. */
        java.util.List<String> all(String name);

        /** `limit`: default 100, up to 500, else 400. */
        int limit();
    }
}

package io.quayside.routes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How a request says who asks. Printed nowhere. */
interface Login {
    /** The headers that say it; may block to get them. */
    Map<String, String> headers(HttpCalls calls) throws FetchFailure;

    /** The other side refused them: answers whether others may be had. */
    default boolean refused() {
        return false;
    }

    /** Nobody is asked. */
    static Login none() {
        return calls -> Map.of();
    }

    static Login bearer(String token) {
        return calls -> Map.of("Authorization", "Bearer " + token);
    }

    static Login basic(String username, String password) {
        return calls -> Map.of("Authorization", "Basic " + base64(username, password));
    }

    /** A key in a header of its own name. */
    static Login header(String name, String key) {
        return calls -> Map.of(name, key);
    }

    static String base64(String username, String password) {
        return Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

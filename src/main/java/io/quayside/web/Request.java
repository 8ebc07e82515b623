package io.quayside.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the API, with its key checked and its body taken in whole.
 *
 * @param path decoded path parameters by name
 * @param query the query parameters; only those that openapi.yaml names get this far
 * @param mediaType of the body, one of those in openapi.yaml; the first of them where the caller named none
 */
public record Request(Principal principal, Map<String, String> path, Query query, String mediaType, Body body) {
    /** Body as a JSON object; refuses anything else with 400. */
    public JsonNode json() {
        return Bodies.object(body.bytes());
    }

    /**
     * Body bound to a record of ours. Components are required unless they are {@code Optional}; names are snake_case. Unknown,
     * missing and mistyped fields are refused with 400, all at once, each with its pointer.
     */
    public <T> T as(Class<T> type) {
        return Bodies.bind(json(), type);
    }

    /** Whether the call has a JSON body or none, and so is small. */
    boolean isJson() {
        return mediaType.isEmpty() || mediaType.equals("application/json");
    }

    /** Whether the body is NDJSON: one object a line, for {@link Bulk}. */
    public boolean isBulk() {
        return mediaType.equals("application/x-ndjson");
    }

    /** A path parameter by name; it is always there. */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no {" + name + "}");
        }
        return value;
    }

    /** A body in memory, or in a temporary file when it is large. It may be opened again and again until the call has been answered. */
    public interface Body {
        InputStream open();

        /** In bytes. */
        long size();

        /** All of it; for calls that take a JSON object, which are bounded. */
        byte[] bytes();
    }

    /** Query parameters. */
    public interface Query {
        /** The value of a parameter that is there once; refuses with 400 when there are several. */
        Optional<String> get(String name);

        /** All values of a repeated parameter, in order. */
        List<String> all(String name);

        /** {@code true} or {@code false}, else 400. */
        Optional<Boolean> flag(String name);

        /** {@code limit}: default 100, up to 500, else 400. */
        int limit();

        /** The parts of {@code cursor} as {@link Page} wrote them; one of another shape is 400. */
        Optional<List<String>> cursor(int parts);
    }
}

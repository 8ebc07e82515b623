package io.quayside.web;

import java.util.Map;

/** What a call answers: {@code body} is written as JSON, or as it is when it is bytes. Null means no body. */
public record Answer(int status, Object body, Map<String, String> headers) {
    public static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    public static Answer created(Object body) {
        return new Answer(201, body, Map.of());
    }

    public static Answer none() {
        return new Answer(204, null, Map.of());
    }
}

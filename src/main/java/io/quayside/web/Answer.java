package io.quayside.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * What a call answers: {@code body} is written as JSON, as it is when it is bytes, or piece by piece when it is a
 * {@link Stream}. Null means no body. The content type is JSON unless {@code headers} says another.
 */
public record Answer(int status, Object body, Map<String, String> headers) {
    /** Writes a body of any size. Runs on a worker thread; {@code out} blocks while the client is slow. */
    @FunctionalInterface
    public interface Stream {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    public static Answer created(Object body) {
        return new Answer(201, body, Map.of());
    }

    /** Taken in, and worked on after the answer. */
    public static Answer accepted(Object body) {
        return new Answer(202, body, Map.of());
    }

    public static Answer none() {
        return new Answer(204, null, Map.of());
    }

    /** The same with one header more, or another value of it. */
    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more);
    }

    /** A body of any size and another type, for example {@code application/x-ndjson}. */
    public static Answer stream(String contentType, Stream body) {
        return new Answer(200, body, Map.of("Content-Type", contentType));
    }
}

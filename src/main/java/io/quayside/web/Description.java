package io.quayside.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * openapi.yaml as the server itself reads it: the one place that says which query parameters and bodies a call takes, so
 * that the description cannot differ from what is served.
 */
final class Description {
    private final byte[] yaml;
    private final Map<String, Object> document;

    private Description(byte[] yaml) {
        this.yaml = yaml;
        this.document =
                map(new Load(LoadSettings.builder().setLabel("openapi.yaml").build())
                        .loadFromString(new String(yaml, StandardCharsets.UTF_8)));
    }

    /** Reads the one on the class path. */
    static Description load() {
        try (InputStream in = Description.class.getResourceAsStream("/openapi.yaml")) {
            return new Description(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it is served. */
    byte[] yaml() {
        return yaml;
    }

    /** What it says about a call; one that it does not know is a programming error and throws. */
    Operation of(Call call) {
        Map<String, Object> path = map(map(document.get("paths")).get(call.path()));
        Map<String, Object> operation = map(path.get(call.method().toLowerCase(Locale.ROOT)));
        if (operation.isEmpty()) {
            throw new IllegalArgumentException(
                    "openapi.yaml does not describe " + call.method() + " " + call.path() + "; describe it there");
        }
        Set<String> query = new LinkedHashSet<>();
        boolean once = false;
        for (Object parameter : list(operation.get("parameters"))) {
            Map<String, Object> named = resolved(map(parameter));
            if ("query".equals(named.get("in"))) {
                query.add((String) named.get("name"));
            }
            once |= "Idempotency-Key".equals(named.get("name"));
        }
        Map<String, Object> body = resolved(map(operation.get("requestBody")));
        return new Operation(
                query, new ArrayList<>(map(body.get("content")).keySet()), once, operation.containsKey("x-waits"));
    }

    /** Follows a reference into the components of the same file. */
    private Map<String, Object> resolved(Map<String, Object> node) {
        Object reference = node.get("$ref");
        if (reference == null) {
            return node;
        }
        Object at = document;
        for (String step : ((String) reference).substring("#/".length()).split("/", -1)) {
            at = map(at).get(step);
        }
        return map(at);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    private static List<?> list(Object node) {
        return node == null ? List.of() : (List<?>) node;
    }
}

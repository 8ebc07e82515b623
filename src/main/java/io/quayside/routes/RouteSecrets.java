package io.quayside.routes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/**
 * Passwords of route files, kept out of Camel's URIs: those stand in its messages, and change a password that holds a
 * {@code &}, a {@code +} or a {@code %}. Before Camel reads a file, each parameter that a kamelet calls a password is
 * replaced by a reference, which what needs the password reveals. Thread-safe.
 */
final class RouteSecrets {
    private static final String REFERENCE = "hidden-";

    private final Map<String, String> references = new ConcurrentHashMap<>();
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** A reference to what a route file says; the same for the same. */
    String hide(String said) {
        return references.computeIfAbsent(said, s -> {
            String reference = REFERENCE + (values.size() + 1);
            values.put(reference, s);
            return reference;
        });
    }

    /** What stands behind a reference, placeholders such as {@code {{env:NAME}}} resolved; anything else is itself. */
    String reveal(String given, CamelContext camel) {
        String said = values.get(given);
        return said == null ? given : camel.resolvePropertyPlaceholders(said);
    }
}

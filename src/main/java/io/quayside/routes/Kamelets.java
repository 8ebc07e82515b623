package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The vocabulary of route files: the kamelets shipped under {@code kamelets/} and the parameters that each takes. */
final class Kamelets {
    /** All that are shipped. */
    static final Set<String> NAMES = Set.of(
            "feed-inbox", "feed-folder", "keep", "lookup", "dispatch", "send-outbox", "send-folder", "send-http");

    /** Camel's own two, for the inside of kamelets. */
    private static final Set<String> INNER = Set.of("source", "sink");

    private static final Map<String, Kamelets.Parameters> PARAMETERS = new ConcurrentHashMap<>();

    private Kamelets() {}

    record Parameters(Set<String> all, List<String> required) {}

    static boolean isInner(String name) {
        return INNER.contains(name);
    }

    /** The parameters of a shipped kamelet. */
    static Parameters of(String name) {
        return PARAMETERS.computeIfAbsent(name, Kamelets::read);
    }

    @SuppressWarnings("unchecked")
    private static Parameters read(String name) {
        try (InputStream in = Kamelets.class.getResourceAsStream("/kamelets/" + name + ".kamelet.yaml")) {
            Map<String, Map<String, Map<String, Object>>> file = (Map<String, Map<String, Map<String, Object>>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            Map<String, Object> definition = file.get("spec").get("definition");
            return new Parameters(((Map<String, Object>) definition.get("properties")).keySet(), (List<String>)
                    definition.get("required"));
        } catch (IOException e) {
            throw new IllegalStateException("kamelet " + name, e);
        }
    }
}

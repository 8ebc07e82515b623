package io.quayside.routes;

import io.quayside.mapping.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * An endpoint as a route file names it. The parameters of our kamelets are checked here, because Camel takes unknown ones
 * without a word.
 *
 * @param base the URI without its query
 * @param line of the URI
 * @param parameters names with their lines, from the query and from `parameters`
 * @param secrets values under `parameters` that are passwords of a kamelet
 */
record EndpointText(String base, int line, Map<String, Integer> parameters, List<ScalarNode> secrets) {
    private static final String KAMELET = "kamelet:";
    private static final List<String> PLACES = List.of("uri", "to", "toD", "wireTap", "enrich", "pollEnrich");

    /** Adds every endpoint at or below {@code node}. */
    static void collect(Node node, List<EndpointText> endpoints) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> collect(n, endpoints));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getValueNode() instanceof ScalarNode uri
                        && PLACES.contains(RouteText.scalar(tuple.getKeyNode()))) {
                    endpoints.add(of(uri, mapping));
                }
                collect(tuple.getValueNode(), endpoints);
            }
        }
    }

    private static EndpointText of(ScalarNode uri, MappingNode around) {
        int line = RouteText.line(uri);
        String[] parts = uri.getValue().split("\\?", 2);
        Map<String, Integer> parameters = new LinkedHashMap<>();
        if (parts.length == 2) {
            for (String pair : parts[1].split("&")) {
                parameters.put(pair.split("=", 2)[0], line);
            }
        }
        List<ScalarNode> secrets = new ArrayList<>();
        if (RouteText.value(around, "parameters").orElse(null) instanceof MappingNode given) {
            for (NodeTuple tuple : given.getValue()) {
                String name = RouteText.scalar(tuple.getKeyNode());
                parameters.put(name, RouteText.line(tuple.getKeyNode()));
                if (isSecret(parts[0], name) && tuple.getValueNode() instanceof ScalarNode value) {
                    secrets.add(value);
                }
            }
        }
        return new EndpointText(parts[0], line, parameters, secrets);
    }

    private static boolean isSecret(String base, String parameter) {
        String kamelet = kamelet(base);
        return Kamelets.NAMES.contains(kamelet)
                && Kamelets.of(kamelet).secrets().contains(parameter);
    }

    /** The kamelet's name; empty where it is none. */
    private static String kamelet(String base) {
        return base.startsWith(KAMELET) ? base.substring(KAMELET.length()).split("/", 2)[0] : "";
    }

    /** Refuses an unknown kamelet, a parameter that it does not take, and one that is missing. */
    void check() throws RefusedFile {
        if (!base.startsWith(KAMELET)) {
            return;
        }
        String name = kamelet(base);
        if (!Kamelets.NAMES.contains(name)) {
            throw new RefusedFile(line, "there is no kamelet " + name + meant(name, Kamelets.NAMES));
        }
        Kamelets.Parameters known = Kamelets.of(name);
        for (Map.Entry<String, Integer> given : parameters.entrySet()) {
            if (!known.all().contains(given.getKey())) {
                throw new RefusedFile(
                        given.getValue(),
                        name + " has no parameter " + given.getKey() + meant(given.getKey(), known.all()));
            }
        }
        for (String required : known.required()) {
            if (!parameters.containsKey(required)) {
                throw new RefusedFile(line, name + " needs the parameter " + required + ": write it under parameters");
            }
        }
    }

    /** Whether a message of Camel's speaks of this endpoint; it may write {@code file://x} for {@code file:x}. */
    boolean isNamedIn(String message) {
        int colon = base.indexOf(':');
        return message.contains(base)
                || colon > 0 && message.contains(base.substring(0, colon) + "://" + base.substring(colon + 1));
    }

    private static String meant(String typed, Collection<String> known) {
        return Nearest.to(typed, known)
                .map(k -> "; did you mean " + k + "?")
                .orElse("; it may be "
                        + String.join(", ", known.stream().sorted().toList()));
    }
}

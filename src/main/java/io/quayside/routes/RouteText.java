package io.quayside.routes;

import io.quayside.mapping.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A route file's text, read far enough to know its ids, and on which line each endpoint stands: Camel's own messages often
 * have no line. What Camel checks itself is not checked here.
 *
 * @param name of the file without {@code .camel.yaml}
 */
record RouteText(String name, String text, List<Id> ids, List<EndpointText> endpoints) {
    private static final Pattern MARKED_STEP = Pattern.compile(">>> (.*?) <<<", Pattern.DOTALL);

    /** A route's id and its line. */
    record Id(String id, int line) {}

    /** Reads the text; refuses what is not a list of routes with ids that begin with the file's name. */
    static RouteText read(String name, String text) throws RefusedFile {
        Node root = compose(text);
        if (!(root instanceof SequenceNode list)) {
            throw new RefusedFile(line(root), "a route file is a list: begin with \"- route:\"");
        }
        List<Id> ids = new ArrayList<>();
        List<EndpointText> endpoints = new ArrayList<>();
        for (Node element : list.getValue()) {
            Id id = id(name, route(element));
            if (ids.stream().anyMatch(i -> i.id().equals(id.id()))) {
                throw new RefusedFile(id.line(), "the id " + id.id() + " stands twice in this file: write another");
            }
            ids.add(id);
            EndpointText.collect(element, endpoints);
        }
        for (EndpointText endpoint : endpoints) {
            endpoint.check();
        }
        return new RouteText(name, text, List.copyOf(ids), List.copyOf(endpoints));
    }

    /** The text as Camel may read it: passwords are references. */
    String withoutSecrets(RouteSecrets secrets) {
        List<ScalarNode> nodes = endpoints.stream()
                .flatMap(endpoint -> endpoint.secrets().stream())
                .sorted(Comparator.comparingInt(RouteText::begin).reversed())
                .toList();
        StringBuilder hidden = new StringBuilder(text);
        for (ScalarNode node : nodes) {
            int begin = hidden.offsetByCodePoints(0, begin(node));
            int end =
                    hidden.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
            hidden.replace(begin, end, secrets.hide(node.getValue()));
        }
        return hidden.toString();
    }

    private static int begin(Node node) {
        return node.getStartMark().orElseThrow().getIndex();
    }

    /** The line that a failure of Camel's speaks of: of the step it marks, else of an endpoint or a route it names. */
    int lineOf(String failure) {
        Matcher marked = MARKED_STEP.matcher(failure);
        String step = marked.find() ? marked.group(1) : failure;
        return endpoints.stream()
                .filter(e -> e.isNamedIn(step))
                .map(EndpointText::line)
                .findFirst()
                .or(() -> lineWith(step))
                .or(() -> ids.stream()
                        .filter(i -> failure.contains(i.id()))
                        .map(Id::line)
                        .findFirst())
                .orElse(1);
    }

    /** The line on which the key stands; Camel marks what is around it, a line before or after. */
    int lineOfKey(String key, int marked) {
        Pattern line = Pattern.compile("[\\s-]*" + Pattern.quote(key) + "\\s*:.*");
        List<String> lines = text.lines().toList();
        for (int n = marked - 2; n < lines.size(); n++) {
            if (n >= 0 && line.matcher(lines.get(n)).matches()) {
                return n + 1;
            }
        }
        return marked;
    }

    /** The first line that writes this placeholder. */
    Optional<Integer> lineOfPlaceholder(String key) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(n -> lines.get(n).contains("{{" + key))
                .mapToObj(n -> n + 1)
                .findFirst();
    }

    /** The first line that holds what stands innermost in a step as Camel prints it: {@code process[ref:nobody]}. */
    private Optional<Integer> lineWith(String step) {
        String[] parts = step.split("[\\[\\]{}:]");
        List<String> lines = text.lines().toList();
        for (int p = parts.length - 1; p > 0; p--) {
            for (int n = 0; n < lines.size(); n++) {
                if (parts[p].length() > 2 && lines.get(n).contains(parts[p])) {
                    return Optional.of(n + 1);
                }
            }
        }
        return Optional.empty();
    }

    private static Node compose(String text) throws RefusedFile {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElseThrow(() -> new RefusedFile(1, "the file is empty: begin with \"- route:\", or delete it"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw new RefusedFile(line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new RefusedFile(1, "not YAML: " + OneLine.of(e));
        } catch (StackOverflowError e) {
            throw new RefusedFile(1, "the YAML is nested too deeply to be read; write it flat");
        }
    }

    private static MappingNode route(Node element) throws RefusedFile {
        if (element instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            NodeTuple only = mapping.getValue().get(0);
            String key = scalar(only.getKeyNode());
            if (!key.equals("route")) {
                String meant = Nearest.to(key, List.of("route"))
                        .map(k -> "did you mean " + k + "?")
                        .orElse("a route file holds nothing but routes: write \"- route:\"");
                throw new RefusedFile(line(only.getKeyNode()), "unknown key " + key + "; " + meant);
            }
            if (only.getValueNode() instanceof MappingNode route) {
                return route;
            }
        }
        throw new RefusedFile(line(element), "each element of a route file is one route: write \"- route:\"");
    }

    private static Id id(String name, MappingNode route) throws RefusedFile {
        Node id = value(route, "id")
                .orElseThrow(() -> new RefusedFile(line(route), "the route has no id: write id: " + name + "-…"));
        String text = scalar(id);
        if (!text.startsWith(name)) {
            throw new RefusedFile(
                    line(id), "the id " + text + " must begin with the file's name: write " + name + "-" + text);
        }
        return new Id(text, line(id));
    }

    static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(t -> scalar(t.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /** The text of a scalar; empty for any other node. */
    static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Counted from 1. */
    static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }
}

package io.quayside.routes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Puts route files into Camel, each alone, and takes them out again. When a file fails, whatever it had added is removed,
 * and the version that ran before runs again. Not thread-safe: one thread loads.
 */
final class RouteLoader {
    /** A file that runs: `all` are its routes and those that its kamelets became. */
    private record Running(RouteText text, Set<String> all) {
        List<String> ids() {
            return text.ids().stream().map(RouteText.Id::id).toList();
        }
    }

    private final ModelCamelContext camel;
    private final RouteSecrets secrets;
    private final Map<String, Running> running = new HashMap<>();

    RouteLoader(CamelContext camel, RouteSecrets secrets) {
        this.camel = (ModelCamelContext) camel;
        this.secrets = secrets;
    }

    /** Runs the file's text instead of what ran of it before. */
    void load(String name, String text) throws RefusedFile {
        RouteText read = RouteText.read(name, text);
        checkTaken(read);
        Running before = running.get(name);
        unload(name);
        try {
            add(read);
        } catch (RefusedFile e) {
            if (before != null) {
                add(before.text());
            }
            throw e;
        }
    }

    /** Stops and forgets the file's routes. */
    void unload(String name) {
        Running before = running.remove(name);
        if (before != null) {
            before.all().forEach(this::remove);
        }
    }

    /** The ids of the file's routes that run. */
    List<String> ids(String name) {
        Running now = running.get(name);
        return now == null ? List.of() : now.ids();
    }

    /** What the file's routes that run dispatch. */
    Set<DueKinds.Due> dispatched(String name) {
        Set<DueKinds.Due> dispatched = new HashSet<>();
        for (String id : ids(name)) {
            if (camel.getRoute(id).getEndpoint() instanceof KameletEndpoint kamelet
                    && kamelet.getTemplateId().equals("dispatch")) {
                Map<String, Object> given = kamelet.getKameletProperties();
                Object kinds = given.getOrDefault("kinds", String.join(",", DispatchLook.KINDS));
                for (String kind : DispatchLook.kinds(kinds.toString())) {
                    dispatched.add(new DueKinds.Due(given.get("partner").toString(), kind));
                }
            }
        }
        return dispatched;
    }

    private void checkTaken(RouteText read) throws RefusedFile {
        List<String> own = ids(read.name());
        for (RouteText.Id id : read.ids()) {
            if (id.id().equals(OutboxRoutes.ROUTE)
                    || !own.contains(id.id()) && camel.getRouteDefinition(id.id()) != null) {
                String owner = running.values().stream()
                        .filter(r -> r.ids().contains(id.id()))
                        .map(r -> r.text().name() + ".camel.yaml")
                        .findFirst()
                        .orElse("the gateway itself");
                throw new RefusedFile(id.line(), "the id " + id.id() + " is taken by " + owner + ": write another");
            }
        }
    }

    private void add(RouteText read) throws RefusedFile {
        Set<String> before = definedIds();
        Set<Endpoint> endpoints = Set.copyOf(camel.getEndpoints());
        Optional<RefusedFile> refused = Optional.empty();
        try {
            String file = read.name() + ".camel.yaml";
            for (RoutesBuilder routes : PluginHelper.getRoutesLoader(camel)
                    .findRoutesBuilders(List.of(ResourceHelper.fromString(file, read.withoutSecrets(secrets))))) {
                camel.addRoutes(routes);
            }
        } catch (Exception e) {
            refused = Optional.of(refused(read, e));
        }
        Set<String> added = new LinkedHashSet<>(definedIds());
        added.removeAll(before);
        if (refused.isPresent()) {
            added.forEach(this::remove);
            camel.getEndpoints().stream().filter(e -> !endpoints.contains(e)).forEach(this::remove);
            throw refused.get();
        }
        running.put(read.name(), new Running(read, added));
    }

    private Set<String> definedIds() {
        return camel.getRouteDefinitions().stream()
                .map(RouteDefinition::getRouteId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void remove(String id) {
        try {
            camel.getRouteController().stopRoute(id);
            camel.removeRoute(id);
            RouteDefinition neverStarted = camel.getRouteDefinition(id);
            if (neverStarted != null) {
                camel.removeRouteDefinition(neverStarted);
            }
        } catch (Exception e) {
            throw new IllegalStateException("cannot remove the route " + id, e);
        }
    }

    private void remove(Endpoint endpoint) {
        try {
            camel.removeEndpoint(endpoint);
        } catch (Exception e) {
            throw new IllegalStateException("cannot remove the endpoint " + endpoint, e);
        }
    }

    private static RefusedFile refused(RouteText read, Exception failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof MarkedYamlEngineException yaml
                    && yaml.getProblemMark().isPresent()) {
                int marked = yaml.getProblemMark().get().getLine() + 1;
                int line = CamelMessage.key(yaml.getProblem())
                        .map(key -> read.lineOfKey(key, marked))
                        .orElse(marked);
                return new RefusedFile(line, CamelMessage.sentence(yaml.getProblem()));
            }
        }
        String said = OneLine.of(failure);
        return new RefusedFile(
                CamelMessage.variable(said)
                        .flatMap(read::lineOfPlaceholder)
                        .orElseGet(() -> read.lineOf(String.valueOf(failure.getMessage()))),
                Secrets.hidden(CamelMessage.sentence(said)));
    }
}

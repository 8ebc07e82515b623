package io.quayside.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the call that a method and a path mean. Segments are split before they are decoded, so a code may hold a slash
 * ({@code %2F}); a fixed segment wins over a parameter. Immutable.
 */
final class Routing {
    /** A call with its path parameters, decoded. */
    record Match(Call call, Operation operation, Map<String, String> path) {}

    private record Entry(Call call, Operation operation, List<String> segments) {}

    private final List<Entry> entries = new ArrayList<>();

    Routing(List<Call> calls, Description description) {
        for (Call call : calls) {
            entries.add(new Entry(call, description.of(call), split(call.path())));
        }
    }

    /** The call; empty when there is none of that method ({@link #methods} tells others). */
    Optional<Match> find(String method, String rawPath) {
        List<String> segments = split(rawPath);
        return entries.stream()
                .filter(entry -> entry.call().method().equals(method) && fits(entry.segments(), segments))
                .min((a, b) -> Long.compare(parameters(a), parameters(b)))
                .map(entry -> new Match(entry.call(), entry.operation(), bound(entry.segments(), segments)));
    }

    /** The methods that the path has; empty where there is no such path. */
    Set<String> methods(String rawPath) {
        List<String> segments = split(rawPath);
        Set<String> methods = new TreeSet<>();
        for (Entry entry : entries) {
            if (fits(entry.segments(), segments)) {
                methods.add(entry.call().method());
            }
        }
        return methods;
    }

    private static boolean fits(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            String wanted = template.get(i);
            String got = segments.get(i);
            if (isParameter(wanted) ? got.isEmpty() : !wanted.equals(got)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> bound(List<String> template, List<String> segments) {
        Map<String, String> path = new HashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String name = template.get(i);
            if (isParameter(name)) {
                // In a path a plus is a plus; URLDecoder would read a form's space.
                String raw = segments.get(i).replace("+", "%2B");
                path.put(name.substring(1, name.length() - 1), URLDecoder.decode(raw, StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    private static long parameters(Entry entry) {
        return entry.segments().stream().filter(Routing::isParameter).count();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }
}

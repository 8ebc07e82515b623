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
 * Finds what a method and a path mean. Segments are split before they are decoded, so a code may hold a slash
 * ({@code %2F}); a fixed segment wins over a parameter. Filled first, then read by any thread.
 */
public final class Routing<T> {
    /** What was found, with its path parameters, decoded. */
    public record Match<T>(T target, Map<String, String> path) {}

    private record Entry<T>(String method, List<String> segments, T target) {}

    private final List<Entry<T>> entries = new ArrayList<>();

    /** Adds a place; {@code path} has its parameters in braces: {@code /v1/orders/{storefront}/{number}}. */
    public void add(String method, String path, T target) {
        entries.add(new Entry<>(method, split(path), target));
    }

    /** What is there; empty when there is nothing of that method ({@link #methods} tells others). */
    public Optional<Match<T>> find(String method, String rawPath) {
        List<String> segments = split(rawPath);
        return entries.stream()
                .filter(entry -> entry.method().equals(method) && fits(entry.segments(), segments))
                .min((a, b) -> Long.compare(parameters(a), parameters(b)))
                .map(entry -> new Match<>(entry.target(), bound(entry.segments(), segments)));
    }

    /** The methods that the path has; empty where there is no such path. */
    public Set<String> methods(String rawPath) {
        List<String> segments = split(rawPath);
        Set<String> methods = new TreeSet<>();
        for (Entry<T> entry : entries) {
            if (fits(entry.segments(), segments)) {
                methods.add(entry.method());
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

    private static long parameters(Entry<?> entry) {
        return entry.segments().stream().filter(Routing::isParameter).count();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }
}

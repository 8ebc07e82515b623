package io.quayside.web.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a list is narrowed to, as its address says it. */
record Query(Map<String, String> values) {
    static Query of(Visit visit, String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            visit.query(name).ifPresent(value -> values.put(name, value));
        }
        return new Query(values);
    }

    /** The value, or null: as statements take it. */
    String value(String name) {
        return values.get(name);
    }

    /** The value, or nothing: as form fields take it. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The part of the address after its path; empty where nothing is narrowed. */
    String address() {
        return written(values);
    }

    /** The address with one part more. */
    String and(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return written(more);
    }

    private static String written(Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : "?"
                        + values.entrySet().stream()
                                .map(part -> part.getKey() + "=" + Look.value(part.getValue()))
                                .collect(Collectors.joining("&"));
    }
}

package io.quayside.outbox;

import io.quayside.mapping.Nearest;
import io.quayside.store.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which events an endpoint wants: types and patterns as {@code order_line.*} or {@code *}, of one storefront or of all. */
record Subscription(List<String> patterns, Optional<String> storefront) {
    /** The types meant; an endpoint of one storefront is never told what is for operators. */
    List<String> types() {
        return Arrays.stream(EventType.values())
                .filter(type -> type.audience() != EventType.Audience.ENDPOINT)
                .filter(type -> storefront.isEmpty() || type.audience() == EventType.Audience.STOREFRONTS)
                .map(EventType::text)
                .filter(text -> patterns.stream().anyMatch(pattern -> matches(pattern, text)))
                .toList();
    }

    /** Refuses with 422 patterns that no event of ours can match. */
    Subscription checked() {
        if (patterns.isEmpty()) {
            throw refusal(0, "name at least one event, for example order_line.*");
        }
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            if (Arrays.stream(EventType.values()).noneMatch(type -> matches(pattern, type.text()))) {
                throw refusal(i, "no event is called " + pattern + nearest(pattern));
            }
        }
        return this;
    }

    private static boolean matches(String pattern, String type) {
        return pattern.equals("*")
                || pattern.equals(type)
                || (pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    private static String nearest(String pattern) {
        List<String> known = Arrays.stream(EventType.values())
                .map(EventType::text)
                .flatMap(type -> Stream.of(type, type.substring(0, type.indexOf('.')) + ".*"))
                .distinct()
                .toList();
        return Nearest.to(pattern, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; see GET /v1/event-types");
    }

    private static Refusal refusal(int n, String sentence) {
        return new Refusal(Refusal.Kind.UNPROCESSABLE, sentence, new Refusal.Place("/events/" + n, sentence));
    }
}

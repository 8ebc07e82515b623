package io.quayside.web;

import io.quayside.store.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Query parameters of one call. */
record Parameters(Map<String, List<String>> values) implements Request.Query {
    private static final int LIMIT = 100;
    private static final int MOST = 500;

    @Override
    public Optional<String> get(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw wrong(name, "write it once");
        }
        return all.stream().findFirst();
    }

    @Override
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return get(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "write true or false");
        });
    }

    @Override
    public int limit() {
        return get("limit").map(Parameters::limit).orElse(LIMIT);
    }

    @Override
    public Optional<List<String>> cursor(int parts) {
        return get("cursor").map(cursor -> Page.decode(cursor, parts));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw wrong("limit", "write a whole number from 1 to " + MOST);
        }
        throw wrong("limit", "write a whole number from 1 to " + MOST);
    }

    /** The refusal of a parameter's value. */
    static Refusal wrong(String name, String write) {
        return new Refusal(
                Refusal.Kind.INVALID,
                "the query parameter \"" + name + "\" has a wrong value: " + write,
                new Refusal.Place(name, write));
    }
}

package io.quayside.mapping;

import io.quayside.mapping.Target.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles `fields` and what may stand in a field. */
record FieldCompiler(Tables tables, Paths paths) {
    private static final List<String> COMMON =
            List.of("from", "join", "else", "first", "default", "do", "table", "xref", "unknown", "when");

    /** Fields by their names, in the order of the file; `incoming` is left to {@link ExpectedCompiler}. */
    Map<Target, Field> fields(Yaml yaml, List<Target> allowed) {
        Map<Target, Field> fields = new LinkedHashMap<>();
        yaml.keys(Target.words(allowed)).values().forEach((word, value) -> {
            Target target = Target.of(word).orElseThrow();
            if (target.type() != Type.INCOMING) {
                fields.put(target, field(target, value, fields.keySet()));
            }
        });
        return fields;
    }

    /** One field; its conditions may name the fields {@code made} before it. */
    Field field(Target target, Yaml yaml, Set<Target> made) {
        if (yaml.isText()) {
            paths.check(yaml.text(), yaml);
            return Field.of(yaml.text());
        }
        Yaml.Keys keys = yaml.keys(known(target.type()));
        return new Field(
                source(target, keys),
                steps(keys),
                target.type() == Type.QUANTITY ? new AmountCompiler(paths).amount(keys) : Amount.PLAIN,
                DatesCompiler.dates(keys, "date"),
                keys.get("when")
                        .map(when -> new WhenCompiler(paths).conditions(when, made))
                        .orElse(List.of()));
    }

    private static Set<String> known(Type type) {
        Set<String> known = new LinkedHashSet<>(COMMON);
        switch (type) {
            case QUANTITY -> known.addAll(AmountCompiler.KEYS);
            case DATE, MOMENT -> known.addAll(List.of("date", "zone"));
            default -> known.addAll(List.of());
        }
        return known;
    }

    private Source source(Target target, Yaml.Keys keys) {
        List<String> from = new ArrayList<>();
        for (String key : List.of("from", "join", "else")) {
            keys.get(key).ifPresent(value -> value.list().forEach(path -> {
                paths.check(path.text(), path);
                from.add(path.text());
            }));
        }
        Optional<String> constant = keys.get("default").map(value -> constant(target, value));
        if (from.isEmpty() && constant.isEmpty()) {
            throw keys.map().fault("a field needs `from`, `join` or `default`");
        }
        if (keys.get("join").isPresent()
                && (keys.get("from").isPresent() || keys.get("else").isPresent())) {
            throw keys.map().fault("`join` stands alone, without `from` and `else`");
        }
        return new Source(List.copyOf(from), take(keys), constant);
    }

    private static Source.Take take(Yaml.Keys keys) {
        if (keys.get("join").isPresent()) {
            return Source.Take.JOIN;
        }
        return keys.get("first").map(Yaml::truth).orElse(false) ? Source.Take.FIRST_LIST : Source.Take.FIRST;
    }

    private static String constant(Target target, Yaml value) {
        if (Constant.of(target, value.text()).isEmpty()) {
            throw value.fault("'" + value.text() + "' cannot be the default of " + target.word() + "; write "
                    + Constant.write(target));
        }
        return value.text();
    }

    private List<Step> steps(Yaml.Keys keys) {
        List<Step> steps = new ArrayList<>();
        keys.get("do")
                .ifPresent(value -> value.list().forEach(word -> steps.add(Step.WORDS.get(word.oneOf(Step.words())))));
        keys.get("table").ifPresent(value -> steps.add(Step.table(table(value))));
        boolean keep = keys.get("unknown")
                .map(u -> u.oneOf(List.of("held", "keep")))
                .orElse("held")
                .equals("keep");
        keys.get("xref").ifPresent(value -> steps.add(new XrefCompiler(tables).xref(value, keep)));
        return steps;
    }

    private static Map<String, String> table(Yaml yaml) {
        Map<String, String> table = new LinkedHashMap<>();
        yaml.entries().forEach((code, word) -> table.put(code, word.text()));
        return table;
    }
}

package io.quayside.mapping;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Compiles `when`. */
record WhenCompiler(Paths paths) {
    private static final List<String> TESTS = List.of("is", "in", "gt", "lt", "present");

    /** One condition or a list of them that must all hold; `field` may name what is {@code made} by then. */
    List<When> conditions(Yaml yaml, Collection<Target> made) {
        return yaml.list().stream().map(condition -> condition(condition, made)).toList();
    }

    private When condition(Yaml yaml, Collection<Target> made) {
        Yaml.Keys keys = yaml.keys(List.of("field", "from", "is", "in", "gt", "lt", "present"));
        if (keys.get("field").isPresent() == keys.get("from").isPresent()) {
            throw yaml.fault("a condition asks one thing: `field: NAME` or `from: PATH`");
        }
        Optional<Target> field = keys.get("field").map(name -> field(name, made));
        Optional<String> path = keys.get("from").map(from -> {
            paths.check(from.text(), from);
            return from.text();
        });
        List<String> tests = TESTS.stream().filter(t -> keys.get(t).isPresent()).toList();
        if (tests.size() != 1) {
            throw yaml.fault("a condition has one of " + String.join(", ", TESTS));
        }
        return new When(field, path, test(tests.get(0), keys.get(tests.get(0)).get()));
    }

    private static Target field(Yaml name, Collection<Target> made) {
        List<String> words = made.stream().map(Target::word).toList();
        if (!words.contains(name.text())) {
            throw name.fault("no field '" + name.text() + "' stands before this" + Nearest.hint(name.text(), words));
        }
        return Target.of(name.text()).orElseThrow();
    }

    static When.Test test(String word, Yaml value) {
        return switch (word) {
            case "is", "in" -> When.in(value.texts());
            case "present" -> When.present(value.truth());
            default -> When.beyond(number(value), word.equals("gt"));
        };
    }

    private static BigDecimal number(Yaml value) {
        BigDecimal number = NumberStyle.PLAIN.parse(value.text());
        if (number == null) {
            throw value.fault("'" + value.text() + "' is no number");
        }
        return number;
    }
}

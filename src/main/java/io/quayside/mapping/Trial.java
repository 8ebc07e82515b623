package io.quayside.mapping;

import java.util.List;
import java.util.Optional;

/**
 * One of a mapping's `tests`: a sample and what it must give.
 *
 * @param in the sample, beside the mapping
 * @param records file with the records expected, as JSON lines
 * @param held the guard that must trip
 * @param problems the codes that must be told, in order
 */
record Trial(String in, Optional<String> records, Optional<String> held, Optional<List<String>> problems) {
    /** The guards that can be judged by the file alone. */
    static final List<String> GUARDS = List.of("rows", "to_zero_pct", "quantity_max");

    static List<Trial> of(Yaml tests) {
        return tests.list().stream().map(Trial::one).toList();
    }

    private static Trial one(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("in", "gives"));
        String in = keys.need("in", "in: samples/some.csv").text();
        Yaml gives = keys.need("gives", "gives: samples/some.expected.jsonl");
        if (gives.isText()) {
            return new Trial(in, Optional.of(gives.text()), Optional.empty(), Optional.empty());
        }
        Yaml.Keys other = gives.keys(List.of("records", "held", "problems"));
        return new Trial(
                in,
                other.get("records").map(Yaml::text),
                other.get("held").map(guard -> guard.oneOf(GUARDS)),
                other.get("problems").map(Yaml::texts));
    }
}

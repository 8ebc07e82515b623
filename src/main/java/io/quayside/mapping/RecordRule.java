package io.quayside.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How records are made from one place of a document.
 *
 * @param fields in the order of the file; a condition may look back only
 * @param incoming `incoming` of an inventory; empty where the mapping says nothing about it
 * @param emissions the records of one place; empty for one record of {@code fields} alone
 * @param unique which must not repeat within a message
 */
record RecordRule(
        Shape shape,
        Map<Target, Field> fields,
        Optional<List<Expected>> incoming,
        List<Emission> emissions,
        Optional<Unique> unique) {

    /** One record among several of a place: made where the conditions hold, from fields beside the common ones. */
    record Emission(List<When> when, Map<Target, Field> fields) {}

    /** A key that must not repeat; {@code fate} is what becomes of the second line: held or rejected. */
    record Unique(List<Target> key, String fate) {}

    /** Whether no two records of a message name the same SKU and location. */
    boolean distinct() {
        return unique.map(rule -> List.of(Target.SKU, Target.LOCATION).containsAll(rule.key()))
                .orElse(false);
    }
}

package io.quayside.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles how records are made: `produces`, `fields`, `incoming`, `emit`, `unique`. */
record RuleCompiler(FieldCompiler fields) {
    /** What `produces` names. */
    static Shape shape(Yaml produces) {
        List<String> words =
                Arrays.stream(Canonical.Kind.values()).map(Canonical.Kind::word).toList();
        String word = produces.text();
        if (word.equals("order")) {
            throw produces.fault("this version reads and writes no order files");
        }
        if (word.equals(WriteCompiler.PURCHASE_ORDER)) {
            throw produces.fault(
                    "purchase orders are written, not read; put it beside `write`, at the top of the file");
        }
        int index = words.indexOf(produces.oneOf(words));
        return Shape.of(Canonical.Kind.values()[index]);
    }

    /** The rule; {@code given} are fields that the message's head or an unpivoted column provides. */
    RecordRule rule(Shape shape, Yaml.Keys keys, Map<Target, Field> given) {
        Yaml yaml = keys.need("fields", "fields: {sku: SKU, quantity: Quantity}");
        Map<Target, Field> own = fields.fields(yaml, shape.fields());
        given.forEach(own::putIfAbsent);
        Optional<List<Expected>> incoming =
                Optional.ofNullable(yaml.entries().get(Target.INCOMING.word())).map(this::incoming);
        List<RecordRule.Emission> emissions = keys.get("emit")
                .map(emit -> emissions(emit, shape, own.keySet()))
                .orElse(List.of());
        RecordRule rule = new RecordRule(
                shape, own, incoming, emissions, keys.get("unique").map(u -> unique(u, shape)));
        return rule;
    }

    /** Faults where a field that is needed is never made. {@code head} are those that the message's head makes. */
    static void complete(RecordRule rule, Set<Target> head, Yaml at) {
        for (Target target : rule.shape().needed()) {
            boolean everyEmission = !rule.emissions().isEmpty()
                    && rule.emissions().stream().allMatch(e -> e.fields().containsKey(target));
            boolean derived = target == Target.REF
                    && rule.shape().kind() == Canonical.Kind.INBOUND
                    && Stream.of(Target.PO, Target.LINE)
                            .allMatch(t -> rule.fields().containsKey(t) || head.contains(t));
            if (!rule.fields().containsKey(target) && !head.contains(target) && !everyEmission && !derived) {
                throw at.fault("'" + target.word() + "' is missing in `fields`; a record of "
                        + rule.shape().kind().word() + " needs "
                        + String.join(", ", Target.words(rule.shape().needed())));
            }
        }
    }

    private List<Expected> incoming(Yaml yaml) {
        return yaml.list().stream().map(this::expected).toList();
    }

    private Expected expected(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("quantity", "eta", "when"));
        return new Expected(
                fields.field(Target.QUANTITY, keys.need("quantity", "quantity: {from: \"Next Qty\"}"), Set.of()),
                keys.get("eta").map(eta -> fields.field(Target.ETA, eta, Set.of(Target.QUANTITY))),
                keys.get("when")
                        .map(when ->
                                new WhenCompiler(fields.paths()).conditions(when, List.of(Target.QUANTITY, Target.ETA)))
                        .orElse(List.of()));
    }

    private List<RecordRule.Emission> emissions(Yaml emit, Shape shape, Set<Target> common) {
        List<RecordRule.Emission> emissions = new ArrayList<>();
        for (Yaml one : emit.list()) {
            Yaml.Keys keys = one.keys(List.of("when", "fields"));
            Set<Target> made = new LinkedHashSet<>(common);
            emissions.add(new RecordRule.Emission(
                    keys.get("when")
                            .map(w -> new WhenCompiler(fields.paths()).conditions(w, made))
                            .orElse(List.of()),
                    fields.fields(keys.need("fields", "fields: {action: {default: accept}}"), shape.fields())));
        }
        return emissions;
    }

    private static RecordRule.Unique unique(Yaml yaml, Shape shape) {
        Yaml.Keys keys = yaml.keys(List.of("key", "then"));
        List<Target> key = keys.need("key", "key: [sku, location]").list().stream()
                .map(name -> Target.of(name.oneOf(Target.words(shape.fields()))).orElseThrow())
                .toList();
        String then =
                keys.get("then").map(t -> t.oneOf(List.of("held", "reject"))).orElse("held");
        return new RecordRule.Unique(key, then.equals("reject") ? "rejected" : "held");
    }
}

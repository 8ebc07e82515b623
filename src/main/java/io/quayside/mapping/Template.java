package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A record rule bound to one document: turns places into drafts. Used for one message after the other; one thread. */
final class Template {
    private final RecordRule rule;
    private final List<Value> fields;
    private final List<Expected.Bound> incoming;
    private final List<Emission> emissions;

    Template(RecordRule rule, Binding binding) {
        this.rule = rule;
        this.fields = values(rule.fields(), binding);
        this.incoming = rule.incoming().orElse(List.of()).stream()
                .map(entry -> entry.bind(binding))
                .filter(entry -> entry.quantity().isBound())
                .toList();
        this.emissions = rule.emissions().stream()
                .map(e ->
                        new Emission(e.when().stream().map(w -> w.bind(binding)).toList(), values(e.fields(), binding)))
                .toList();
    }

    /** One record among several of a place, in one document. */
    private record Emission(List<When.Bound> when, List<Value> fields) {}

    /** Takes each draft of a place; what is wrong with it is in the draft. */
    interface Taker {
        void take(Draft draft, List<Value> made);
    }

    /** Makes the drafts of a place. {@code draft} has begun with what the message's head said. */
    void make(Node node, Draft draft, Taker taker) {
        for (Value field : fields) {
            field.make(node, draft);
        }
        expect(node, draft);
        if (emissions.isEmpty()) {
            complete(node, draft, fields);
            taker.take(draft, fields);
            return;
        }
        for (Emission emission : emissions) {
            if (When.all(emission.when(), node, draft)) {
                emit(emission, node, draft, taker);
            }
        }
    }

    /** Where the quantities of `incoming` came from, for traces. */
    Optional<String> incomingOrigin(Node node) {
        List<String> places = incoming.stream()
                .flatMap(entry -> entry.quantity().origin(node).stream())
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", places));
    }

    private void emit(Emission emission, Node node, Draft common, Taker taker) {
        Draft draft = common.again();
        for (Value field : emission.fields()) {
            field.make(node, draft);
        }
        List<Value> made = new ArrayList<>(fields);
        made.addAll(emission.fields());
        complete(node, draft, made);
        taker.take(draft, made);
    }

    /** A mapping that names `incoming` says all that is coming: nothing found is none. A file without the columns says nothing. */
    private void expect(Node node, Draft draft) {
        if (rule.incoming().isPresent()
                && (!incoming.isEmpty() || rule.incoming().get().isEmpty())) {
            List<Canonical.Incoming> entries = new ArrayList<>();
            incoming.forEach(entry -> entry.make(node, draft, entries));
            draft.put(Target.INCOMING, entries);
        }
    }

    private void complete(Node node, Draft draft, List<Value> made) {
        if (draft.get(Target.REF) == null && rule.shape().kind() == Canonical.Kind.INBOUND) {
            Optional<String> po = draft.text(Target.PO);
            draft.text(Target.LINE)
                    .flatMap(line -> po.map(p -> p + "/" + line))
                    .ifPresent(ref -> draft.put(Target.REF, ref));
        }
        for (Target target : rule.shape().needed()) {
            need(target, node, draft);
        }
        if (rule.shape().kind() == Canonical.Kind.SHIPMENT && draft.get(Target.PO) == null) {
            need(Target.SKU, node, draft);
        }
        // What could be left out, and seems to be.
        for (Value value : made) {
            if (draft.lacks(value.target()) && !draft.isTold(value.target())) {
                value.breaksOff(node, draft);
            }
        }
    }

    private void need(Target target, Node node, Draft draft) {
        if (draft.get(target) == null && !draft.isTold(target)) {
            Value value = fields.stream()
                    .filter(v -> v.target() == target)
                    .findFirst()
                    .orElse(null);
            draft.reading(target, value == null ? null : value.first(), node);
            Optional<Reference.Other> other =
                    Optional.ofNullable(value).flatMap(v -> v.other(node)).filter(o -> !isNamed(o.segment()));
            if (other.isPresent()) {
                draft.problem(ProblemCode.UNKNOWN_CODE, other.get());
                return;
            }
            draft.problem(target.absence(), null, missing(target));
        }
    }

    /** Whether the mapping knows what this segment is for. */
    private boolean isNamed(String segment) {
        return Stream.concat(fields.stream(), incoming.stream().map(Expected.Bound::quantity))
                .anyMatch(value -> value.isFrom(segment));
    }

    private static String missing(Target target) {
        return target == Target.QUANTITY ? Constant.write(target) : "a value for " + target.word();
    }

    private static List<Value> values(Map<Target, Field> fields, Binding binding) {
        return fields.entrySet().stream()
                .map(e -> new Value(e.getKey(), e.getValue(), binding))
                .filter(Value::isBound)
                .toList();
    }
}

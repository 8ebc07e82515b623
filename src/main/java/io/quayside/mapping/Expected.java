package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of `incoming`: a quantity and the day it comes. Where both are places that repeat (`*`), the first quantity
 * goes with the first day, and so on.
 */
record Expected(Field quantity, Optional<Field> eta, List<When> when) {
    Bound bind(Binding binding) {
        return new Bound(
                new Value(Target.QUANTITY, quantity, binding),
                eta.map(field -> new Value(Target.ETA, field, binding)),
                when.stream().map(w -> w.bind(binding)).toList());
    }

    /** The entry in one document. */
    record Bound(Value quantity, Optional<Value> eta, List<When.Bound> when) {
        void make(Node node, Draft line, List<Canonical.Incoming> incoming) {
            Draft entry = line.inside(Target.INCOMING);
            if (quantity.breaksOff(node, entry) || eta.isPresent() && eta.get().breaksOff(node, entry)) {
                return;
            }
            List<Object> quantities = quantity.all(node, entry);
            List<Object> days = eta.map(value -> value.all(node, entry)).orElseGet(ArrayList::new);
            for (int i = 0; i < quantities.size(); i++) {
                Object day = quantities.size() == days.size() ? days.get(i) : null;
                entry.put(Target.QUANTITY, quantities.get(i));
                entry.put(Target.ETA, day);
                if (isSomething(quantities.get(i)) && When.all(when, node, entry)) {
                    incoming.add(
                            new Canonical.Incoming((Integer) quantities.get(i), Optional.ofNullable((LocalDate) day)));
                }
            }
        }

        private static boolean isSomething(Object quantity) {
            return quantity != null && (Integer) quantity > 0;
        }
    }
}

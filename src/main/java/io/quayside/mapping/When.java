package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Reference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A condition on a field of the record being made, or on a place of the document. Exactly one of both is there.
 *
 * @param field made before this is asked
 */
record When(Optional<Target> field, Optional<String> path, Test test) {
    /** What is asked of a value; null is the value that is not there. */
    interface Test {
        boolean holds(String value);
    }

    static Test in(List<String> values) {
        return values::contains;
    }

    static Test present(boolean present) {
        return value -> (value != null) == present;
    }

    /** More than the limit, or less where {@code above} is false; what is no number is neither. */
    static Test beyond(BigDecimal limit, boolean above) {
        return value -> {
            BigDecimal number = value == null ? null : NumberStyle.PLAIN.parse(value);
            return number != null && (above ? number.compareTo(limit) > 0 : number.compareTo(limit) < 0);
        };
    }

    Bound bind(Binding binding) {
        return new Bound(this, path.flatMap(binding::reference));
    }

    /** The condition in one document. */
    record Bound(When when, Optional<Reference> reference) {
        boolean holds(Node node, Draft draft) {
            String value = when.field
                    .map(field -> Optional.ofNullable(draft.get(field)).map(Object::toString))
                    .orElseGet(() -> reference.map(r -> Source.Bound.clean(r.first(node))))
                    .orElse(null);
            return when.test.holds(value);
        }
    }

    static boolean all(List<Bound> conditions, Node node, Draft draft) {
        for (Bound condition : conditions) {
            if (!condition.holds(node, draft)) {
                return false;
            }
        }
        return true;
    }
}

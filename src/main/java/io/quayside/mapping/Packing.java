package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Reference;
import java.math.BigDecimal;
import java.util.Optional;

/** How many base units one unit of a line is: its unit of measure, and the pack size beside it. */
final class Packing {
    static final String PACK = "pack";

    private final Amount.Units units;
    private final Optional<Reference> uom;
    private final Optional<Reference> pack;
    private final Optional<BigDecimal> size;

    Packing(Amount.Units units, Binding binding) {
        this.units = units;
        this.uom = units.uom().flatMap(binding::reference);
        this.size = units.pack().flatMap(Packing::positive);
        this.pack = size.isPresent() ? Optional.empty() : units.pack().flatMap(binding::reference);
    }

    /** The factor, or null after a problem was told. */
    BigDecimal factor(Node node, Draft draft) {
        if (units.uom().isEmpty()) {
            return units.pack().isEmpty() ? BigDecimal.ONE : packOf(node, draft, "");
        }
        String unit =
                uom.map(reference -> Source.Bound.clean(reference.first(node))).orElse(null);
        if (unit == null) {
            return BigDecimal.ONE;
        }
        String factor = units.factors().get(unit);
        if (factor == null) {
            String known =
                    String.join(", ", units.factors().keySet().stream().sorted().toList());
            draft.problem(ProblemCode.UNKNOWN_CODE, uom.orElseThrow(), unit, "a unit that the mapping knows: " + known);
            return null;
        }
        return factor.equals(PACK) ? packOf(node, draft, unit) : new BigDecimal(factor);
    }

    private BigDecimal packOf(Node node, Draft draft, String unit) {
        if (size.isPresent()) {
            return size.get();
        }
        String text =
                pack.map(reference -> Source.Bound.clean(reference.first(node))).orElse(null);
        Optional<BigDecimal> factor = Optional.ofNullable(text).flatMap(Packing::positive);
        if (factor.isEmpty()) {
            String value = text == null ? unit : text;
            String write = "how many base units are in a pack";
            pack.or(() -> uom)
                    .ifPresentOrElse(
                            place -> draft.problem(ProblemCode.UNKNOWN_CODE, place, value, write),
                            () -> draft.problem(ProblemCode.UNKNOWN_CODE, node.at(), value, write));
        }
        return factor.orElse(null);
    }

    static Optional<BigDecimal> positive(String text) {
        return Optional.ofNullable(NumberStyle.PLAIN.parse(text)).filter(n -> n.signum() > 0);
    }
}

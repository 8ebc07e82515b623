package io.quayside.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values written in our own words: defaults of a mapping, and codes after their table. */
final class Constant {
    private Constant() {}

    /** The value of the field's type; empty where the text is none. */
    static Optional<Object> of(Target target, String text) {
        return switch (target.type()) {
            case TEXT ->
                target.codes().isEmpty() || target.codes().contains(text) ? Optional.of(text) : Optional.empty();
            case TEXTS -> Optional.of(text);
            case QUANTITY ->
                Optional.ofNullable(NumberStyle.PLAIN.parse(text))
                        .filter(n -> n.signum() >= 0 && n.scale() <= 0 && n.compareTo(Amount.MOST) <= 0)
                        .map(BigDecimal::intValueExact);
            case DATE -> Dates.ISO.date(text).map(d -> d);
            case MOMENT -> Dates.ISO.moment(text).map(m -> m);
            case TRUTH -> truth(text);
            case INCOMING -> Optional.empty();
        };
    }

    /** What may be written for the field. */
    static String write(Target target) {
        return switch (target.type()) {
            case QUANTITY -> "a whole number, for example 102";
            case DATE, MOMENT -> Dates.ISO.write();
            case TRUTH -> "true or false";
            default -> "one of " + String.join(", ", target.codes());
        };
    }

    private static Optional<Object> truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (List.of("true", "yes", "y", "1").contains(word)) {
            return Optional.of(true);
        }
        return List.of("false", "no", "n", "0").contains(word) ? Optional.of(false) : Optional.empty();
    }
}

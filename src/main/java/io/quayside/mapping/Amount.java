package io.quayside.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a text becomes a quantity in base units.
 *
 * @param words texts that stand for a quantity, in lower case
 * @param min what is less is a problem, or zero where {@code zero} says so
 */
record Amount(NumberStyle style, Map<String, Integer> words, Units units, int min, boolean zero) {
    static final Amount PLAIN = new Amount(NumberStyle.PLAIN, Map.of(), Units.BASE, 0, false);

    static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final String WRITE = "a whole number, for example 102";

    /**
     * Where units of measure and packs are said.
     *
     * @param uom path of the unit; without it quantities are in base units, or in packs where {@code pack} stands alone
     * @param factors base units by unit; `pack` is what {@code pack} says
     * @param pack path of the pack size, or the size itself
     */
    record Units(Optional<String> uom, Map<String, String> factors, Optional<String> pack) {
        static final Units BASE = new Units(Optional.empty(), Map.of(), Optional.empty());

        /** What the trade's units mean where the mapping has no table. */
        static final Map<String, String> USUAL =
                Map.of("EA", "1", "PCE", "1", "PC", "1", "C62", "1", "CA", "pack", "CT", "pack", "CS", "pack");
    }

    /** The quantity for a text, or null after a problem was told. */
    Integer count(String text, BigDecimal factor, Draft draft) {
        if (!words.isEmpty()) {
            Integer meant = words.get(text.toLowerCase(Locale.ROOT));
            if (meant != null) {
                return meant;
            }
        }
        if (factor == BigDecimal.ONE && min == 0 && isShort(text)) {
            return Integer.parseInt(text);
        }
        BigDecimal number = style.parse(text);
        if (number == null) {
            draft.problem(ProblemCode.BAD_NUMBER, text, WRITE);
            return null;
        }
        return whole(number.multiply(factor), text, draft);
    }

    private Integer whole(BigDecimal number, String text, Draft draft) {
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            draft.problem(ProblemCode.NOT_EXACT, text, "a quantity that is a whole number of base units");
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0) {
            if (zero) {
                return 0;
            }
            draft.problem(ProblemCode.NEGATIVE, text, "a quantity of " + min + " or more");
            return null;
        }
        if (number.compareTo(MOST) > 0) {
            draft.problem(ProblemCode.BAD_NUMBER, text, "a whole number of at most " + MOST);
            return null;
        }
        return number.intValueExact();
    }

    /** Up to nine digits and nothing else: nearly every quantity of nearly every feed. */
    private static boolean isShort(String text) {
        int length = text.length();
        if (length > 9) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return length > 0;
    }
}

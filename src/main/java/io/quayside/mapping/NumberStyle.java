package io.quayside.mapping;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How a partner writes numbers. Strict: groups are of three, an exponent or a stray letter is no number.
 *
 * @param decimal the decimal mark
 * @param groups marks that may stand between thousands; empty for none
 */
record NumberStyle(char decimal, String groups) {
    /** Digits, at most one point. */
    static final NumberStyle PLAIN = new NumberStyle('.', "");

    /** More digits than any quantity has; beyond it, reading digits takes time that grows with their square. */
    private static final int LONGEST = 40;

    private static final String SPACES = " \u00a0\u202f";
    private static final String APOSTROPHES = "'\u2019";

    static NumberStyle of(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String group = String.valueOf(symbols.getGroupingSeparator());
        String groups = SPACES.contains(group) ? SPACES : APOSTROPHES.contains(group) ? APOSTROPHES : group;
        return new NumberStyle(symbols.getDecimalSeparator(), groups);
    }

    /** The decimal mark alone says the other one groups. */
    static NumberStyle ofDecimal(char decimal) {
        return new NumberStyle(decimal, decimal == ',' ? "." : ",");
    }

    /** The number, or null where the text is none. */
    BigDecimal parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        if (text.startsWith("-")) {
            plain.append('-');
            i = 1;
        }
        int first = i;
        int digits = 0;
        boolean grouped = false;
        for (; i < text.length() && text.charAt(i) != decimal; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digits++;
            } else if (groups.indexOf(c) >= 0 && (grouped ? digits == 3 : digits > 0 && digits <= 3)) {
                grouped = true;
                digits = 0;
            } else {
                return null;
            }
        }
        if (i == first || digits == 0 || grouped && digits != 3) {
            return null;
        }
        return i == text.length()
                ? new BigDecimal(plain.toString())
                : fraction(plain.append('.'), text.substring(i + 1));
    }

    private static BigDecimal fraction(StringBuilder plain, String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return new BigDecimal(plain.append(digits).toString());
    }
}

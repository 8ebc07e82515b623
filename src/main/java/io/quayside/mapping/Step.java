package io.quayside.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A conversion from text to text; one that knows no answer gives null. */
record Step(UnaryOperator<String> change, String write) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");

    static java.util.Collection<String> words() {
        return WORDS.keySet().stream().sorted().toList();
    }

    /** The words of `do`. */
    static final Map<String, Step> WORDS = Map.of(
            "trim", new Step(String::strip, ""),
            "squeeze", new Step(text -> BLANKS.matcher(text).replaceAll(" "), ""),
            "upper", new Step(text -> text.toUpperCase(Locale.ROOT), ""),
            "lower", new Step(text -> text.toLowerCase(Locale.ROOT), ""),
            "digits", new Step(text -> NO_DIGITS.matcher(text).replaceAll(""), ""));

    /** `table`: codes to our words. */
    static Step table(Map<String, String> table) {
        return new Step(table::get, "a code that the mapping knows: " + String.join(", ", table.keySet()));
    }

    /** `xref`: a partner's words to ours, from a file; {@code keep} passes on what the file does not hold. */
    static Step xref(Map<String, String> table, String file, boolean keep) {
        UnaryOperator<String> look = keep ? text -> table.getOrDefault(text, text) : table::get;
        return new Step(look, "a value that stands in " + file + ", or add it there");
    }
}

package io.quayside.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles texts with placeholders. */
final class PhraseCompiler {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}|]*)(?:[|]([^{}]*))?}");

    private PhraseCompiler() {}

    /** {@code ofLine}: whether placeholders of a line may stand here. */
    static Phrase compile(Yaml yaml, boolean ofLine) {
        String text = yaml.text();
        List<Phrase.Part> parts = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            literal(yaml, text.substring(end, placeholder.start()), parts);
            parts.add(placeholder(yaml, placeholder.group(1).strip(), placeholder.group(2), ofLine));
            end = placeholder.end();
        }
        literal(yaml, text.substring(end), parts);
        return new Phrase(parts);
    }

    /** What a placeholder names, or a fault with the nearest that there is. */
    static Term term(Yaml at, String word, boolean ofLine) {
        Term term = Term.of(word).orElseThrow(() -> at.fault("no placeholder '" + word + "'" + meant(word, ofLine)));
        if (term.ofLine() && !ofLine) {
            throw at.fault("'" + word + "' is of a line; write it under `each lines`");
        }
        return term;
    }

    private static String meant(String word, boolean ofLine) {
        List<String> known = Arrays.stream(Term.values())
                .filter(term -> ofLine || !term.ofLine())
                .map(Term::word)
                .toList();
        String hint = Nearest.hint(word, known);
        return hint.isEmpty() ? "; known here are " + String.join(", ", known) : hint;
    }

    private static void literal(Yaml yaml, String text, List<Phrase.Part> parts) {
        if (text.contains("{") || text.contains("}")) {
            throw yaml.fault(
                    "'" + yaml.text() + "' has a brace without its other; a placeholder is {po} or {date|yyyyMMdd}");
        }
        if (!text.isEmpty()) {
            parts.add(new Phrase.Literal(text));
        }
    }

    private static Phrase.Placeholder placeholder(Yaml yaml, String word, String format, boolean ofLine) {
        Term term = term(yaml, word, ofLine);
        if (format != null && !isFormat(term, format)) {
            throw yaml.fault("'" + format + "' is no format for " + word
                    + (term.kind() == Term.Kind.MOMENT
                            ? "; write for example {" + word + "|yyyyMMdd}"
                            : term.kind() == Term.Kind.NUMBER
                                    ? "; write for example {" + word + "|0.00}"
                                    : "; it has none, write {" + word + "}"));
        }
        return new Phrase.Placeholder(term, Optional.ofNullable(format));
    }

    private static boolean isFormat(Term term, String format) {
        return switch (term.kind()) {
            case MOMENT -> Phrase.isDatePattern(format);
            case NUMBER -> Phrase.isNumberPattern(format);
            default -> false;
        };
    }
}

package io.quayside.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes phrases in the letters and lengths of a format, and remembers what it had to change. An identifier is never
 * changed: then the document is not written. One document, one thread.
 *
 * @param clean the nearest text that the format can carry
 */
record Pen(UnaryOperator<String> clean, String letters, List<Problem> problems) {
    Pen(UnaryOperator<String> clean, String letters) {
        this(clean, letters, new ArrayList<>());
    }

    /** The phrase at a place ("PO1/7") that takes so many characters. */
    String write(Phrase phrase, OrderValues values, String place, int most) {
        String text = phrase.text(values);
        for (Phrase.Placeholder part : phrase.placeholders()) {
            if (isNeeded(part.term()) && part.text(values).isEmpty()) {
                throw new Unwritable(
                        values.place() + " has no " + part.term().word() + ", which " + place + " is made of");
            }
        }
        return fitting(phrase, cleaned(phrase, text, values, place), values, place, most);
    }

    private static boolean isNeeded(Term term) {
        return term == Term.SUPPLIER_SKU || term == Term.LINE || term == Term.QUANTITY || term == Term.PO;
    }

    private String cleaned(Phrase phrase, String said, OrderValues values, String place) {
        String text = said.strip();
        String clean = this.clean.apply(text);
        if (clean.equals(text)) {
            return text;
        }
        if (phrase.has(Term.Kind.IDENTIFIER)) {
            throw new Unwritable("%s: %s '%s' cannot be written at %s, which takes %s"
                    .formatted(values.place(), phrase.name(), text, place, letters));
        }
        tell(ProblemCode.NOT_EXACT, values, place, text, phrase, letters + "; it was written as '" + clean + "'");
        return clean;
    }

    private String fitting(Phrase phrase, String text, OrderValues values, String place, int most) {
        if (text.length() <= most) {
            return text;
        }
        if (phrase.has(Term.Kind.CODE)) {
            tell(ProblemCode.TOO_LONG, values, place, text, phrase, "at most " + most + " characters; it was left out");
            return "";
        }
        if (!phrase.has(Term.Kind.TEXT)) {
            throw new Unwritable("%s: %s '%s' has %d characters; %s takes %d"
                    .formatted(values.place(), phrase.name(), text, text.length(), place, most));
        }
        tell(
                ProblemCode.TOO_LONG,
                values,
                place,
                text,
                phrase,
                "at most " + most + " characters; the rest was cut off");
        return text.substring(0, most).strip();
    }

    /** A value that stands in several places, or in each line, is told once. */
    private void tell(ProblemCode code, OrderValues values, String place, String text, Phrase phrase, String write) {
        Problem problem = new Problem(
                code,
                values.place() + " " + place,
                Optional.of(text),
                Optional.of(phrase.name()),
                Optional.empty(),
                write);
        boolean known = problems.stream()
                .anyMatch(p -> p.code() == code
                        && p.value().equals(problem.value())
                        && p.field().equals(problem.field())
                        && p.write().equals(write));
        if (!known) {
            problems.add(problem);
        }
    }
}

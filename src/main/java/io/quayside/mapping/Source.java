package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a field's text comes from.
 *
 * @param paths as the mapping writes them, `else` last
 * @param take what is done with several
 * @param constant `default`, in our own words and untouched by conversions
 */
record Source(List<String> paths, Take take, Optional<String> constant) {
    /** The first that has a value, all in a row, or (of a field that is a list) the first that gives anything. */
    enum Take {
        FIRST,
        JOIN,
        FIRST_LIST
    }

    Bound bind(Binding binding) {
        List<Reference> references =
                paths.stream().flatMap(path -> binding.reference(path).stream()).toList();
        return new Bound(references.toArray(Reference[]::new), take);
    }

    /** The places of one document. */
    record Bound(Reference[] references, Take take) {
        /** The place that gives the value; null where none does. Of places joined, the first. */
        Reference place(Node node) {
            for (Reference reference : references) {
                if (clean(reference.first(node)) != null) {
                    return reference;
                }
            }
            return null;
        }

        String text(Node node, Reference place) {
            if (place == null) {
                return null;
            }
            if (take != Take.JOIN) {
                return clean(place.first(node));
            }
            StringBuilder joined = new StringBuilder();
            for (Reference reference : references) {
                String part = clean(reference.first(node));
                joined.append(part == null ? "" : part);
            }
            return joined.toString();
        }

        List<String> texts(Node node) {
            List<String> texts = new ArrayList<>();
            for (Reference reference : references) {
                for (String value : reference.all(node)) {
                    String text = clean(value);
                    if (text != null) {
                        texts.add(text);
                    }
                }
                if (take == Take.FIRST_LIST && !texts.isEmpty()) {
                    break;
                }
            }
            return texts;
        }

        /** Blanks around a value are padding; a value of blanks is none. */
        static String clean(String value) {
            if (value == null) {
                return null;
            }
            String text = value.strip();
            if (!text.isEmpty() && (isUnseen(text.charAt(0)) || isUnseen(text.charAt(text.length() - 1)))) {
                text = seen(text);
            }
            return text.isEmpty() ? null : text;
        }

        /** Padding from web pages and spreadsheets, which is no white space to Java. */
        private static boolean isUnseen(char c) {
            return c == '\u00a0' || c == '\u2007' || c == '\u202f' || c == '\u200b' || c == '\ufeff';
        }

        private static String seen(String text) {
            int from = 0;
            int to = text.length();
            while (from < to && (isUnseen(text.charAt(from)) || Character.isWhitespace(text.charAt(from)))) {
                from++;
            }
            while (to > from && (isUnseen(text.charAt(to - 1)) || Character.isWhitespace(text.charAt(to - 1)))) {
                to--;
            }
            return text.substring(from, to);
        }
    }
}

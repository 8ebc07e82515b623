package io.quayside.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a CSV mapping uses, and the headers they may have.
 *
 * @param names headers by name, in order of liking; empty where paths are headers themselves
 * @param loose whether only letters and digits count, in any case
 * @param required names that the header must have
 */
record CsvColumns(Map<String, List<String>> names, boolean loose, List<String> required, Optional<Unpivot> unpivot) {
    /**
     * Columns that are values of one field: a record each.
     *
     * @param columns their headers, with `*` for any text
     * @param as the name that stands for the column's header
     * @param value the name that stands for what the column holds
     */
    record Unpivot(String columns, String as, String value) {
        boolean isOne(String header) {
            String pattern = java.util.regex.Pattern.quote(columns).replace("*", "\\E.*\\Q");
            return java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.CASE_INSENSITIVE)
                    .matcher(header)
                    .matches();
        }
    }

    List<String> headers(String path) {
        return names.getOrDefault(path, List.of(path));
    }

    String form(String header) {
        if (!loose) {
            return header;
        }
        StringBuilder form = new StringBuilder();
        header.toLowerCase(java.util.Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(form::appendCodePoint);
        return form.toString();
    }
}

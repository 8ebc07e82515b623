package io.quayside.mapping.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of CSV in a charset, ended by a newline, values quoted where they have to be. */
public record CsvText(Charset charset, char delimiter) {
    /** The nearest text that fits in one line of the charset. */
    public String clean(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.codePoints()
                .mapToObj(Character::toString)
                .map(c -> charset.newEncoder().canEncode(c) ? c : X12Text.letters(c))
                .collect(Collectors.joining())
                .strip();
    }

    /** One row. */
    public String row(List<String> values) {
        return values.stream().map(this::quoted).collect(Collectors.joining("" + delimiter)) + "\n";
    }

    private String quoted(String value) {
        boolean plain = value.indexOf(delimiter) < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}

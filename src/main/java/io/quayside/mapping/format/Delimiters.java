package io.quayside.mapping.format;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a file's delimiter: the one with which the header names most of what is looked for, then the one seen most. */
final class Delimiters {
    private static final List<Character> USUAL = List.of(',', ';', '\t', '|');

    private static final Pattern SAID = Pattern.compile("sep=([^\\r\\n\"])[\\r\\n]", Pattern.CASE_INSENSITIVE);

    private Delimiters() {}

    /** What the first line says where a spreadsheet wrote one for it: {@code sep=;}. */
    static Optional<Character> said(String start) {
        Matcher line = SAID.matcher(start);
        return line.lookingAt() ? Optional.of(line.group(1).charAt(0)) : Optional.empty();
    }

    static char find(String start, CsvDialect dialect, CsvHandler handler) {
        String header = start.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> dialect.skipStarting().stream().noneMatch(line.stripLeading()::startsWith))
                .findFirst()
                .orElse("");
        return USUAL.stream()
                .max(Comparator.comparingInt((Character c) -> handler.fits(names(header, c)))
                        .thenComparingInt(c -> names(header, c).size())
                        .thenComparingInt(c -> -USUAL.indexOf(c)))
                .orElseThrow();
    }

    private static List<String> names(String header, char delimiter) {
        CsvReader<String[]> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraCharsAfterClosingQuote(true)
                .build(StringArrayHandler.of(), header);
        return reader.stream()
                .findFirst()
                .map(names -> Arrays.stream(names).map(String::strip))
                .orElse(Stream.empty())
                .toList();
    }
}

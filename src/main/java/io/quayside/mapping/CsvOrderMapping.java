package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.format.CsvText;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a purchase order as CSV: a header, then a row for each line. */
final class CsvOrderMapping extends WriteMapping {
    private final Dialect dialect;
    private final Map<String, Phrase> columns;
    private final int lastAddressLine;

    /** How rows are written. */
    record Dialect(char delimiter, Charset charset, boolean header) {}

    CsvOrderMapping(About about, Dialect dialect, Map<String, Phrase> columns, int lastAddressLine) {
        super(about);
        this.dialect = dialect;
        this.columns = new LinkedHashMap<>(columns);
        this.lastAddressLine = lastAddressLine;
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public Written write(JsonNode order, PartnerFile partner, Stamp stamp) {
        WriteRule<Map<String, Phrase>> rule =
                new WriteRule<>(List.of(new WriteRule.Block<>(true, List.of(columns))), lastAddressLine);
        long control = asksControl() ? stamp.control().getAsLong() : 0;
        CsvText text = new CsvText(dialect.charset(), dialect.delimiter());
        Pen pen = new Pen(text::clean, "one line in " + dialect.charset().name().toLowerCase(java.util.Locale.ROOT));
        StringBuilder out = new StringBuilder();
        if (dialect.header()) {
            out.append(text.row(List.copyOf(columns.keySet())));
        }
        rule.each(
                rule.values(order, stamp.at(), control),
                (row, values) -> out.append(text.row(row.entrySet().stream()
                        .map(column ->
                                pen.write(column.getValue(), values, "column " + column.getKey(), Integer.MAX_VALUE))
                        .collect(Collectors.toList()))));
        return new Written(out.toString().getBytes(dialect.charset()), List.of(), List.copyOf(pen.problems()));
    }

    private boolean asksControl() {
        return columns.values().stream()
                .flatMap(phrase -> phrase.placeholders().stream())
                .anyMatch(p -> p.term() == Term.CONTROL);
    }
}

package io.quayside.mapping;

import io.quayside.mapping.format.CsvDialect;
import io.quayside.mapping.format.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A mapping for CSV: one message a file, one record a line. */
final class CsvMapping extends Compiled {
    private final CsvDialect dialect;
    private final CsvColumns columns;
    private final MessageRule message;
    private final RecordRule rule;

    CsvMapping(About about, CsvDialect dialect, CsvColumns columns, MessageRule message, RecordRule rule) {
        super(about);
        this.dialect = dialect;
        this.columns = columns;
        this.message = message;
        this.rule = rule;
    }

    @Override
    void read(InputStream bytes, String fileName, PartnerFile partner, Lines.Output output) throws IOException {
        new CsvSource(dialect).read(bytes, new CsvReading(this, fileName, partner, output));
    }

    CsvColumns columns() {
        return columns;
    }

    MessageRule message() {
        return message;
    }

    RecordRule rule() {
        return rule;
    }

    /** Paths that the header must have and has not: those named `required`, and one for each field that a record needs. */
    List<String> missing(HeaderBinding header) {
        List<String> missing = new ArrayList<>(
                columns.required().stream().filter(path -> !header.has(path)).toList());
        boolean makesRef = Stream.of(Target.PO, Target.LINE)
                .map(rule.fields()::get)
                .allMatch(field -> field != null && isMade(field, header));
        for (Target target : needed()) {
            Field field = rule.fields().get(target);
            boolean derived = target == Target.REF && rule.shape().kind() == Canonical.Kind.INBOUND && makesRef;
            if (field != null && !derived && !isMade(field, header)) {
                field.source().paths().stream()
                        .findFirst()
                        .filter(p -> !missing.contains(p))
                        .ifPresent(missing::add);
            }
        }
        return missing;
    }

    /** Where the mapping names what it requires, everything that a record can do without may be missing. */
    private List<Target> needed() {
        boolean asOfToo = columns.required().isEmpty();
        return Stream.concat(rule.shape().needed().stream(), asOfToo ? Stream.of(Target.AS_OF) : Stream.empty())
                .toList();
    }

    private static boolean isMade(Field field, HeaderBinding header) {
        List<String> paths = field.source().paths();
        return field.source().constant().isPresent() || paths.stream().anyMatch(header::has);
    }

    /** How many of the paths that the mapping uses the header has. */
    int fits(HeaderBinding header) {
        return (int) rule.fields().values().stream()
                .flatMap(field -> field.source().paths().stream())
                .filter(header::has)
                .count();
    }
}

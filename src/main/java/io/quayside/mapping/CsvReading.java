package io.quayside.mapping;

import io.quayside.mapping.format.CsvHandler;
import io.quayside.mapping.format.CsvRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading of one CSV file by its mapping. One thread, once. */
final class CsvReading implements CsvHandler {
    private static final int ONLY = 1;

    private final CsvMapping mapping;
    private final Lines.Output output;
    private final Draft head = new Draft(Optional.empty());
    private List<Integer> pivots = List.of();
    private Optional<Value> asOf = Optional.empty();
    private MessageFacts facts;
    private Lines lines;
    private boolean begun;
    private Optional<Problem> problem = Optional.empty();

    CsvReading(CsvMapping mapping, String fileName, PartnerFile partner, Lines.Output output) {
        this.mapping = mapping;
        this.output = output;
        Optional<Instant> named = mapping.message().named(fileName, head);
        this.facts = new MessageFacts(
                partner.location().map(PartnerFile.Location::code),
                named,
                named.map(moment -> Map.of(Target.AS_OF.word(), "file name")).orElse(Map.of()));
    }

    @Override
    public int fits(List<String> names) {
        return mapping.fits(new HeaderBinding(mapping.columns(), names));
    }

    @Override
    public Optional<int[]> columns(List<String> names, long line) {
        HeaderBinding header = new HeaderBinding(mapping.columns(), names);
        Optional<Problem> missing = missing(header, line);
        if (missing.isPresent()) {
            problem = missing;
            return Optional.empty();
        }
        Template template = new Template(mapping.rule(), header);
        lines = new Lines(
                mapping.rule(), template, output, mapping.about().terms().fate());
        if (!head.isGood()) {
            lines.onlyCheck(head.problems());
        }
        pivots = header.pivots();
        asOf = Optional.ofNullable(mapping.rule().fields().get(Target.AS_OF))
                .map(field -> new Value(Target.AS_OF, field, header));
        return Optional.of(header.wanted());
    }

    @Override
    public void row(CsvRow row) {
        begin(Optional.of(row));
        if (pivots.isEmpty()) {
            lines.line(row, head, facts);
        }
        for (int pivot : pivots) {
            if (row.isPresent(pivot)) {
                row.pivot(pivot);
                lines.line(row, head, facts);
            }
        }
    }

    @Override
    public void badRow(CsvRow row, Problem bad) {
        begin(Optional.of(row));
        Optional<String> fate = Optional.of(mapping.about().terms().fate());
        lines.bad(new Problem(bad.code(), bad.at(), bad.value(), bad.field(), fate, bad.write()), row, facts);
    }

    @Override
    public void ends(Optional<Problem> unreadable) {
        begin(Optional.empty());
        Optional<Problem> fatal = unreadable.or(() -> problem);
        fatal.ifPresent(output.sink()::problem);
        if (fatal.isPresent()) {
            output.sink().fallen(ONLY);
        }
        if (lines != null) {
            lines.ended(ONLY);
        }
    }

    /** Tells the message before its first line; where a column holds `as_of`, the first line speaks for the file. */
    private void begin(Optional<CsvRow> first) {
        if (begun) {
            return;
        }
        begun = true;
        Draft draft = new Draft(Optional.empty());
        first.ifPresent(row -> asOf.ifPresent(value -> value.make(row, draft)));
        facts = new MessageFacts(facts.location(), draft.moment(Target.AS_OF).or(facts::asOf), facts.origins());
        output.sink()
                .message(new Message(
                        ONLY,
                        mapping.rule().shape().kind(),
                        Optional.empty(),
                        mapping.message().full(),
                        facts.asOf(),
                        mapping.rule().distinct()));
        if (!head.isGood()) {
            head.problems().forEach(output.sink()::problem);
            output.sink().refused(ONLY);
        }
    }

    private Optional<Problem> missing(HeaderBinding header, long line) {
        List<String> missing = mapping.missing(header);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        ProblemCode.MISSING_HEADER,
                        "line " + line,
                        Optional.of(String.join(", ", missing)),
                        Optional.empty(),
                        Optional.empty(),
                        header.wish(missing)));
    }
}

package io.quayside.mapping.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads CSV: streaming, in constant memory, quoted newlines and all. Whether the file is whole is known at its end. */
public record CsvSource(CsvDialect dialect) {
    /** Longest value in characters; a quote that is never closed would make the rest of the file one value. */
    private static final int LONGEST = 1 << 21;

    /** Reads to the end; does not close. Bad bytes become problems, never exceptions; only {@code bytes} itself may throw. */
    public void read(InputStream bytes, CsvHandler handler) throws IOException {
        Optional<Problem> problem;
        try {
            problem = read(new Decoded(Unpacked.of(bytes), dialect.charsets()), handler);
        } catch (Unreadable e) {
            problem = Optional.of(e.problem());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        handler.ends(problem);
        bytes.transferTo(OutputStream.nullOutputStream());
    }

    private Optional<Problem> read(Decoded text, CsvHandler handler) {
        String start = text.start();
        Optional<String> other = Looks.like(start);
        if (other.isPresent()) {
            return whole(ProblemCode.WRONG_FORMAT, "line 1", other.get(), "CSV text with a header line");
        }
        Optional<Character> said = Delimiters.said(start);
        char delimiter = said.or(dialect::delimiter).orElseGet(() -> Delimiters.find(start, dialect, handler));
        CsvLines lines = new CsvLines(dialect.skipStarting(), said.isPresent());
        try {
            boolean begun = rows(reader(lines, text, delimiter), lines, text, handler);
            return begun
                    ? unfinished(text)
                    : whole(ProblemCode.EMPTY_FILE, "line 1", null, "a header line and at least one line below it");
        } catch (CsvParseException e) {
            return whole(
                    text.isEnded() ? ProblemCode.INCOMPLETE : ProblemCode.TOO_LONG,
                    "line " + lines.first(),
                    null,
                    "a closing quote for the quote that opens in this line");
        }
    }

    private CsvReader<CsvRow> reader(CsvLines lines, Decoded text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST)
                .build(lines, text);
    }

    /** Whether there was a header (or, without one, a line) at all. */
    private boolean rows(CsvReader<CsvRow> reader, CsvLines lines, Decoded text, CsvHandler handler) {
        boolean begun = false;
        for (CsvRow row : reader) {
            if (lines.isSkipped() || lines.isBlank() && (dialect.skipBlank() || !begun)) {
                continue;
            }
            if (begun) {
                row(row, lines, text, handler);
                continue;
            }
            begun = true;
            if (text.lines().isCut(lines.first(), lines.last())) {
                throw new Unreadable(
                        ProblemCode.TOO_LONG, row.at(), null, "a header of at most " + LongLines.MOST + " characters");
            }
            if (!begin(row, lines, handler)) {
                return true;
            }
        }
        return begun;
    }

    /** False where the columns will not do and nothing more is to be read. */
    private boolean begin(CsvRow row, CsvLines lines, CsvHandler handler) {
        List<String> texts = lines.texts();
        List<String> names = dialect.header()
                ? texts.stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, texts.size())
                        .mapToObj(String::valueOf)
                        .toList();
        Optional<int[]> columns = handler.columns(names, lines.first());
        if (columns.isEmpty()) {
            return false;
        }
        lines.want(names, columns.get(), dialect.header());
        if (!dialect.header()) {
            IntStream.range(0, texts.size())
                    .forEach(i -> row.add(
                            i, texts.get(i).toCharArray(), 0, texts.get(i).length()));
            handler.row(row);
        }
        return true;
    }

    private static void row(CsvRow row, CsvLines lines, Decoded text, CsvHandler handler) {
        if (text.lines().isCut(lines.first(), lines.last())) {
            handler.badRow(
                    row,
                    problem(
                            ProblemCode.TOO_LONG,
                            row.at(),
                            null,
                            "a line of at most " + LongLines.MOST + " characters"));
        } else if (lines.isWide()) {
            handler.badRow(
                    row,
                    problem(
                            ProblemCode.WRONG_FORMAT,
                            row.at(),
                            row.count() + " values",
                            "as many values as the header has names; a value that holds the delimiter stands in quotes"));
        } else {
            handler.row(row);
        }
    }

    private Optional<Problem> unfinished(Decoded text) {
        if (!dialect.finalNewline() || text.lines().endsWithNewline()) {
            return Optional.empty();
        }
        return whole(
                ProblemCode.INCOMPLETE,
                "line " + text.lines().line(),
                null,
                "the whole file, with a newline after its last line");
    }

    private static Optional<Problem> whole(ProblemCode code, String at, String value, String write) {
        return Optional.of(problem(code, at, value, write));
    }

    private static Problem problem(ProblemCode code, String at, String value, String write) {
        return new Problem(code, at, Optional.ofNullable(value), Optional.empty(), Optional.empty(), write);
    }
}

package io.quayside.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quayside.inbox.Layouts;
import io.quayside.mapping.Canonical;
import io.quayside.mapping.Feed;
import io.quayside.mapping.Guards;
import io.quayside.mapping.Mapping;
import io.quayside.mapping.Message;
import io.quayside.mapping.PartnerFile;
import io.quayside.mapping.Sink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestBenchTest {
    @TempDir
    Path scratch;

    @Test
    void theBenchmarkComparesBothSidesAndEndsWithItsRatio() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int rows = Integer.getInteger("bench.rows", 2_000);

        new IngestBench(rows, new Plain(), new PrintStream(printed, true, StandardCharsets.UTF_8)).run(scratch);

        System.out.println(printed);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("ingest: [0-9.]+ × LIMIT \\(goal ≤ 2\\.5\\)\n$");
    }

    /** Three columns by position. */
    private static final class Plain implements Layouts, Mapping {
        @Override
        public Mapping mapping(String name) {
            return this;
        }

        @Override
        public PartnerFile partner(String code) {
            return PartnerFile.unnamed(code);
        }

        @Override
        public String name() {
            return "standard/inventory";
        }

        @Override
        public Optional<String> partner() {
            return Optional.empty();
        }

        @Override
        public byte[] hash() {
            return new byte[0];
        }

        @Override
        public Guards guards() {
            return Guards.DEFAULT;
        }

        @Override
        public Feed feed() {
            return new Feed(Feed.Absent.KEEP, 1, 2);
        }

        @Override
        public void read(InputStream bytes, String fileName, PartnerFile partner, Sink sink) throws IOException {
            sink.message(new Message(1, Canonical.Kind.INVENTORY, Optional.empty(), true, Optional.empty()));
            CsvReader<CsvRecord> csv =
                    CsvReader.builder().ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (CsvRecord row : csv) {
                if (row.getStartingLineNumber() > 1) {
                    sink.record(new Canonical.Inventory(
                            row.getField(0),
                            Optional.of(row.getField(2)),
                            Integer.parseInt(row.getField(1)),
                            Optional.empty(),
                            Optional.empty(),
                            "line " + row.getStartingLineNumber()));
                }
            }
        }
    }
}

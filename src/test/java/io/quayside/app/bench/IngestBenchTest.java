package io.quayside.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.inbox.Layouts;
import io.quayside.mapping.Mapping;
import io.quayside.mapping.Mappings;
import io.quayside.mapping.PartnerFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestBenchTest {
    @TempDir
    Path scratch;

    @Test
    void theBenchmarkComparesBothSidesAndEndsWithItsRatio() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new IngestBench(2_000, new HouseLayouts(), new PrintStream(printed, true, StandardCharsets.UTF_8)).run(scratch);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("ingest: [0-9.]+ × LIMIT \\(goal ≤ 2\\.5\\)\n$");
    }

    /** As any partner without files of its own has them. */
    private final class HouseLayouts implements Layouts {
        @Override
        public Mapping mapping(String name) {
            try {
                return Mappings.load(scratch.resolve("mappings")).find(name).orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public PartnerFile partner(String code) {
            return PartnerFile.unnamed(code);
        }
    }
}

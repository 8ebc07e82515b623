package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a case under {@code src/test/resources/acknowledge}: a mapping (or the path of one), perhaps a partner file,
 * what came in, and what is answered; nothing, where that file is empty. A new case is a new folder.
 */
class AcknowledgementCasesTest {
    private static final Path CASES = Path.of("src/test/resources/acknowledge");
    private static final Instant AT = Instant.parse("2026-09-15T06:30:00Z");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerIsAsExpected(Path folder) throws Exception {
        Path named = folder.resolve("mapping");
        Path mapping =
                Files.exists(named) ? folder.resolve(Files.readString(named).strip()) : folder.resolve("mapping.yaml");
        Path partner = folder.resolve("partner.yaml");
        Chosen chosen = Chosen.of(CASES, mapping.toString());
        PartnerFile file = Files.exists(partner) ? new MappingFile(partner).partner("acme") : chosen.partner();

        Optional<X12Acknowledgement> answer =
                new Dry(new Chosen(chosen.mapping(), file)).acknowledgement(folder.resolve("in.edi"));

        String written = answer.map(a -> new String(a.write(a.envelope(1, AT)), StandardCharsets.ISO_8859_1))
                .orElse("");
        assertThat(written).isEqualTo(Files.readString(folder.resolve("expected-997.edi")));
    }
}

package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a case under {@code src/test/resources/mapping}: a mapping, what came in, and what `map` prints for it:
 * problems, records, exit code. A new case is a new folder.
 */
class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/mapping");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mapGivesWhatIsExpected(Path folder) throws Exception {
        Path mapping = folder.resolve("mapping.yaml");
        Path in = one(folder, "in");

        ByteArrayOutputStream records = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        String house = Files.exists(mapping)
                ? mapping.toString()
                : Files.readString(folder.resolve("mapping")).strip();
        int exit = new Dry(Chosen.of(CASES, house)).run(in, records, problems, false);

        String printed =
                problems.toString(StandardCharsets.UTF_8) + records.toString(StandardCharsets.UTF_8) + "exit " + exit;
        assertThat(printed.strip())
                .isEqualTo(Files.readString(folder.resolve("expected.jsonl")).strip());
    }

    private static Path one(Path folder, String begins) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(f -> f.getFileName().toString().matches(begins + "\\..*"))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}

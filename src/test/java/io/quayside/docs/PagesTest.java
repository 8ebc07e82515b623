package io.quayside.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is followed step by step: every snippet is run, and comes out as the page says. */
class PagesTest {
    @TempDir
    Path folder;

    @Test
    void theReadmesMinuteIsTrue() throws IOException {
        try (Reader reader = new Reader(folder)) {
            reader.follow(Path.of("README.md"));
        }
    }

    @Test
    void aStrangerAddsPartnersByThePage() throws IOException {
        try (Reader reader = new Reader(folder)) {
            reader.follow(Path.of("docs/adding-a-partner.md"));
        }
    }

    @Test
    void whatIsNotRunHereSaysWhoRunsIt() throws IOException {
        List<String> elsewhere = Snippet.of(Files.readAllLines(Path.of("README.md"))).stream()
                .flatMap(snippet -> snippet.elsewhere().stream())
                .toList();

        assertThat(elsewhere).allMatch(who -> who.matches("\\w+Test|[.]ci/run|this test.*"));
    }
}

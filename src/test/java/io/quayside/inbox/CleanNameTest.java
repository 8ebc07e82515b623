package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"INV_20260914.csv", "Bestand März (2).csv", "a..b"})
    void aPlainNameStaysAsItIs(String name) {
        assertThat(CleanName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "a\\b", "..", ".", "", " ", ".hidden", "a\0b", "a\nb", "a\u202Eb"})
    void anythingElseBecomesOneCleanSegment(String name) {
        String clean = CleanName.of(name);

        assertThat(clean)
                .isNotEqualTo(name)
                .doesNotContain("/", "\\", "\0", "\n")
                .doesNotStartWith(".");
        assertThat(CleanName.of(clean)).isEqualTo(clean);
    }

    @Test
    void aNameIsCutToWhatAFolderCanHold() {
        assertThat(CleanName.of("x".repeat(1000))).hasSize(255);
    }
}

package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"INV_20260914.csv", "Bestand März (2).csv", "a..b"})
    void aPlainNameStaysAsItIs(String name) {
        assertThat(FileName.clean(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "a\\b", "..", ".", "", " ", ".hidden", "a\0b", "a\nb", "a\u202Eb"})
    void anythingElseBecomesOneCleanSegment(String name) {
        String clean = FileName.clean(name);

        assertThat(clean)
                .isNotEqualTo(name)
                .doesNotContain("/", "\\", "\0", "\n")
                .doesNotStartWith(".");
        assertThat(FileName.clean(clean)).isEqualTo(clean);
    }

    @Test
    void aNameIsCutToWhatAFolderCanHold() {
        assertThat(FileName.clean("x".repeat(1000))).hasSize(255);
    }
}

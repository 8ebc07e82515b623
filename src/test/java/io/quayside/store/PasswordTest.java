package io.quayside.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {
    @Test
    void theRightPasswordMatchesAndAnotherDoesNot() {
        String stored = Password.hash("correct horse");

        assertThat(Password.matches("correct horse", stored)).isTrue();
        assertThat(Password.matches("correct hors", stored)).isFalse();
        assertThat(stored).doesNotContain("horse");
    }

    @Test
    void whatWeDidNotWriteNeverMatches() {
        assertThat(Password.matches("secret", "secret")).isFalse();
        assertThat(Password.matches("", "")).isFalse();
    }
}

package io.quayside.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GuessesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));
    private final Guesses guesses = new Guesses(now::get);
    private final Client client = new Client("192.0.2.7", false);

    @Test
    void afterTenWrongKeysAClientWaitsAMinuteAndOthersDoNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(guesses.mayTry(client)).isTrue();
            guesses.wrong(client);
        }

        assertThat(guesses.mayTry(client)).isFalse();
        assertThat(guesses.mayTry(new Client("192.0.2.8", false))).isTrue();

        now.updateAndGet(at -> at.plus(Duration.ofSeconds(61)));
        assertThat(guesses.mayTry(client)).isTrue();
    }

    @Test
    void aRightKeyForgetsTheWrongOnesBeforeIt() {
        for (int i = 0; i < 9; i++) {
            guesses.wrong(client);
        }

        guesses.right(client);
        guesses.wrong(client);

        assertThat(guesses.mayTry(client)).isTrue();
    }
}

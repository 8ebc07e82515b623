package io.quayside.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rings are heard once, and by the tired after a rest. */
@Timeout(60)
class DoorbellTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    @Test
    void aRingWhileNobodyWaitsIsHeardByTheNext() throws InterruptedException {
        Doorbell bell = new Doorbell();
        bell.ring();
        bell.ring();

        bell.await(LONG);

        assertThat(waited(bell, Duration.ofMillis(20))).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void whoWasWokenRestsBeforeItHearsTheNextRing() throws InterruptedException {
        Duration rest = Duration.ofMillis(100);
        Doorbell bell = new Doorbell(rest);
        bell.ring();
        bell.await(LONG);

        bell.ring();

        assertThat(waited(bell, LONG)).isBetween(Duration.ofMillis(50), LONG.dividedBy(2));
    }

    private static Duration waited(Doorbell bell, Duration longest) throws InterruptedException {
        long began = System.nanoTime();
        bell.await(longest);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

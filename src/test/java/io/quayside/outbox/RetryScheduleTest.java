package io.quayside.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    @Test
    void theFirstRetryComesWithinFiveSecondsAndTheLastAfterAboutThreeDays() {
        assertThat(RetrySchedule.delay(1, 1.0).orElseThrow()).isLessThan(Duration.ofSeconds(5));

        Duration all = Duration.ZERO;
        int failures = 1;
        for (; RetrySchedule.delay(failures, 0.5).isPresent(); failures++) {
            all = all.plus(RetrySchedule.delay(failures, 0.5).get());
        }

        assertThat(all).isBetween(Duration.ofHours(70), Duration.ofHours(76));
        assertThat(failures).isEqualTo(15);
    }

    @Test
    void eachDelayIsLongerThanTheOneBeforeWhateverTheJitter() {
        for (int failures = 2; failures <= 9; failures++) {
            assertThat(RetrySchedule.delay(failures, 0).orElseThrow())
                    .isGreaterThan(RetrySchedule.delay(failures - 1, 1).orElseThrow());
        }
    }

    @Test
    void whatTheEndpointAsksForIsHonouredWithinBounds() {
        Duration ours = Duration.ofSeconds(4);

        assertThat(RetrySchedule.withAsked(ours, Optional.empty())).isEqualTo(ours);
        assertThat(RetrySchedule.withAsked(ours, Optional.of(Duration.ofSeconds(1))))
                .isEqualTo(ours);
        assertThat(RetrySchedule.withAsked(ours, Optional.of(Duration.ofSeconds(90))))
                .hasSeconds(90);
        assertThat(RetrySchedule.withAsked(ours, Optional.of(Duration.ofDays(9))))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void onlyAnEndpointThatFailsAgainAndAgainIsLeftAlone() {
        assertThat(RetrySchedule.pause(9)).isZero();
        assertThat(RetrySchedule.pause(10)).hasSeconds(2);
        assertThat(RetrySchedule.pause(12)).hasSeconds(8);
        assertThat(RetrySchedule.pause(4_000)).hasSeconds(30);
    }

    @Test
    void retryAfterIsReadAsSecondsOrAsADate() {
        Instant now = Instant.parse("2026-09-14T11:00:00Z");

        assertThat(RetryAfter.parse("120", now)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Mon, 14 Sep 2026 11:00:30 GMT", now)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Mon, 14 Sep 2026 10:00:00 GMT", now)).isEmpty();
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
        assertThat(RetryAfter.parse(null, now)).isEmpty();
    }
}

package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the next document of a feed is due. */
class ExpectationTest {
    private static final Expectation BY_SEVEN = new Expectation(
            Optional.empty(), Optional.of(LocalTime.of(7, 0)), ZoneId.of("America/Chicago"), Duration.ofMinutes(90));

    @ParameterizedTest
    @CsvSource({
        // In time, at night, and late: each is the document of the 14th.
        "2026-09-14T05:30:00-05:00, 2026-09-15T07:00:00-05:00",
        "2026-09-13T19:30:00-05:00, 2026-09-15T07:00:00-05:00",
        "2026-09-14T07:20:00-05:00, 2026-09-15T07:00:00-05:00",
        "2026-09-14T16:00:00-05:00, 2026-09-15T07:00:00-05:00",
        // One more in the afternoon is not tomorrow's.
        "2026-09-14T18:59:00-05:00, 2026-09-15T07:00:00-05:00",
        // The clocks go forward and back.
        "2026-03-07T06:00:00-06:00, 2026-03-08T07:00:00-05:00",
        "2026-10-31T06:00:00-05:00, 2026-11-01T07:00:00-06:00",
    })
    void aDocumentCountsForTheDeadlineThatItIsNearestTo(String arrived, String due) {
        assertThat(BY_SEVEN.afterArrival(instant(arrived))).isEqualTo(instant(due));
    }

    @Test
    void aFeedThatNeverSentAnythingIsDueAtItsFirstDeadline() {
        assertThat(BY_SEVEN.afterKnown(instant("2026-09-14T06:59:00-05:00")))
                .isEqualTo(instant("2026-09-14T07:00:00-05:00"));
        assertThat(BY_SEVEN.afterKnown(instant("2026-09-14T07:00:00-05:00")))
                .isEqualTo(instant("2026-09-15T07:00:00-05:00"));
    }

    @Test
    void ofAnIntervalAndADeadlineTheSoonerCounts() {
        Expectation both =
                new Expectation(Optional.of(Duration.ofHours(20)), BY_SEVEN.by(), BY_SEVEN.zone(), Duration.ZERO);

        assertThat(both.afterArrival(instant("2026-09-14T05:30:00-05:00")))
                .isEqualTo(instant("2026-09-15T01:30:00-05:00"));
        assertThat(both.afterArrival(instant("2026-09-14T16:00:00-05:00")))
                .isEqualTo(instant("2026-09-15T07:00:00-05:00"));
    }

    @Test
    void whatIsDueIsLateOnlyAfterTheGrace() {
        Instant due = instant("2026-09-14T07:00:00-05:00");

        assertThat(BY_SEVEN.isLate(due, instant("2026-09-14T08:30:00-05:00"))).isFalse();
        assertThat(BY_SEVEN.isLate(due, instant("2026-09-14T08:30:01-05:00"))).isTrue();
    }

    private static Instant instant(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}

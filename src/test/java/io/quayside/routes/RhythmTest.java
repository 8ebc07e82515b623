package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-09-18T10:07:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/5 * * * *          | UTC             | 2026-09-18T10:10:00Z",
                "0 6 * * MON-FRI      | UTC             | 2026-09-21T06:00:00Z",
                "0 6 * * 1-5          | Europe/Berlin   | 2026-09-21T04:00:00Z",
                "30 0/10 6,18 * * ?   | UTC             | 2026-09-18T18:00:30Z",
                "0 0 12 1 JAN ? *     | UTC             | 2027-01-01T12:00:00Z",
                "7 10 * * *           | UTC             | 2026-09-19T10:07:00Z",
                "0 12 13 * FRI        | UTC             | 2026-09-18T12:00:00Z",
                "0 0 29 2 *           | UTC             | 2028-02-29T00:00:00Z",
                "0 9 * * FRI-SUN      | UTC             | 2026-09-19T09:00:00Z",
            })
    void aCronExpressionNamesTheNextTime(String cron, String zone, String next) {
        assertThat(Cron.of(cron, ZoneId.of(zone)).after(NOW).toInstant())
                .isEqualTo(ZonedDateTime.parse(next).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * *", "60 * * * *", "a * * * *", "*/0 * * * *", "5-1 * * * *"})
    void anythingElseIsRefusedWithAnExample(String cron) {
        assertThatThrownBy(() -> Cron.of(cron, ZoneId.of("UTC"))).hasMessageContaining("MON-FRI");
    }

    @Test
    void failuresWaitLongerAndLongerButNotForEver() {
        Rhythm minute = Rhythm.of("60s", "", "UTC");

        assertThat(minute.wait(NOW)).isEqualTo(Duration.ofSeconds(60));
        assertThat(minute.waitAfter(1, NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(minute.waitAfter(3, NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(minute.waitAfter(100, NOW)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Rhythm.of("1h", "", "UTC").waitAfter(100, NOW)).isEqualTo(Duration.ofHours(1));
    }
}

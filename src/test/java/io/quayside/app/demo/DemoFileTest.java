package io.quayside.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoFileTest {
    private static final Instant NOW = Instant.parse("2026-09-14T10:20:30.5Z");

    @Test
    void datesAreCountedFromTodayInThePatternThatTheFileWants() {
        assertThat(DemoFile.filled("{+12};{-3|MM/dd/yyyy};{+0|yyyyMMdd};{now}", NOW))
                .isEqualTo("2026-09-26;09/11/2026;20260914;2026-09-14T10:20:30Z");
    }

    @Test
    void allElseIsLiteral() {
        String json = "{\"sku\":\"A\",\"n\":{\"a\":1}}";

        assertThat(DemoFile.filled(json, NOW)).isEqualTo(json);
    }
}

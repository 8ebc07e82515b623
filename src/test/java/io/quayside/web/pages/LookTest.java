package io.quayside.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void sentencesBeginWithACapitalAndCodesAsTheyAre() {
        assertThat(Look.sentence("there is no mapping")).isEqualTo("There is no mapping.");
        assertThat(Look.sentence("to_zero_pct: 2 of 2")).isEqualTo("to_zero_pct: 2 of 2.");
        assertThat(Look.begun("")).isEmpty();
    }
}

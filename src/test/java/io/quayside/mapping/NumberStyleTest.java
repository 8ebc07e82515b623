package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberStyleTest {
    @Test
    void groupsAndTheDecimalMarkAreThoseOfTheLocale() {
        assertThat(NumberStyle.of(Locale.GERMANY).parse("1.250,5")).isEqualByComparingTo(new BigDecimal("1250.5"));
        assertThat(NumberStyle.of(Locale.US).parse("1,250.5")).isEqualByComparingTo(new BigDecimal("1250.5"));
        assertThat(NumberStyle.of(Locale.US).parse("12,50")).isNull();
    }

    @Test
    void whatIsLongerThanAnyQuantityIsNoNumber() {
        NumberStyle style = NumberStyle.of(Locale.US);

        assertThat(style.parse("9".repeat(40))).isNotNull();
        assertThat(style.parse("9".repeat(41))).isNull();
    }
}

package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private final Fingerprints keys = new Fingerprints();

    @Test
    void manyDifferentKeysDoNotRepeat() {
        for (int i = 0; i < 100_000; i++) {
            keys.add("SKU-" + i, i % 2 == 0 ? "MAIN" : "EAST");
        }

        assertThat(keys.mayRepeat()).isFalse();
    }

    @Test
    void aKeyThatComesAgainAfterManyOthersIsNoticed() {
        keys.add("SKU-7", "MAIN");
        for (int i = 100; i < 10_000; i++) {
            keys.add("SKU-" + i, "MAIN");
        }
        keys.add("SKU-7", "EAST");
        assertThat(keys.mayRepeat()).isFalse();

        keys.add("SKU-7", "MAIN");

        assertThat(keys.mayRepeat()).isTrue();
    }

    @Test
    void theBorderBetweenSkuAndLocationIsPartOfTheKey() {
        keys.add("AB", "C");
        keys.add("A", "BC");

        assertThat(keys.mayRepeat()).isFalse();
    }
}

package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("sku", "name", "quantity", "release_date");

    @Test
    void aWordIsMeantWhenAtMostAThirdOfItsLettersDiffer() {
        assertThat(Nearest.to("nmae", KNOWN)).contains("name");
        assertThat(Nearest.to("quantiy", KNOWN)).contains("quantity");
        assertThat(Nearest.to("Release-Date", KNOWN)).contains("release_date");
        assertThat(Nearest.to("SKU", KNOWN)).contains("sku");
        assertThat(Nearest.to("colour", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(1 << 20), KNOWN)).isEmpty();
    }

    @Test
    void ofTwoAsNearTheFirstByNameIsMeant() {
        assertThat(Nearest.to("dat", List.of("date", "data"))).contains("data");
    }
}

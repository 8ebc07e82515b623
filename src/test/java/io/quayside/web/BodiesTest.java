package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quayside.store.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodiesTest {
    record Body(
            String text, int count, LocalDate onDay, Instant atTime, Optional<List<Part>> parts, Optional<Long> big) {}

    record Part(String name, Optional<Boolean> flag) {}

    private static final String GOOD =
            "\"text\":\"a\",\"count\":3,\"on_day\":\"2026-09-14\",\"at_time\":\"2026-09-14T13:00:00+02:00\"";

    @Test
    void aBodyBecomesARecord() {
        Body body = bind("{" + GOOD + ",\"parts\":[{\"name\":\"p\",\"flag\":true}],\"big\":null}");

        assertThat(body.onDay()).isEqualTo("2026-09-14");
        assertThat(body.atTime()).isEqualTo("2026-09-14T11:00:00Z");
        assertThat(body.parts().get()).containsExactly(new Part("p", Optional.of(true)));
        assertThat(body.big()).isEmpty();
    }

    @Test
    void everyWrongPlaceIsNamed() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> bind(
                        "{\"text\":\"a\\u0000\",\"count\":\"3\",\"on_day\":\"2026-02-30\",\"at_time\":\"2026-09-14\","
                                + "\"parts\":[{\"name\":\"p\"},{\"nam\":\"q\"},7],\"big\":12345678901234567890}"));

        assertThat(refusal.places().stream().map(Refusal.Place::pointer))
                .containsExactlyInAnyOrder(
                        "/text", "/count", "/on_day", "/at_time", "/parts/1/nam", "/parts/1/name", "/parts/2", "/big");
    }

    @Test
    void aNumberThatIsNotWholeOrDoesNotFitIsRefused() {
        for (String count : List.of("1.0", "1e3", "2147483648", "true", "null")) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> bind("{" + GOOD.replace("\"count\":3", "\"count\":" + count) + "}"));

            assertThat(refusal).as(count).isNotNull();
            assertThat(refusal.places().get(0).pointer()).isEqualTo("/count");
        }
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        assertThat(catchThrowableOfType(Refusal.class, () -> bind("{" + GOOD + ",\"count\":4}")))
                .hasMessageContaining("Duplicate field 'count'");
    }

    @Test
    void halfASurrogateIsNotText() {
        assertThat(catchThrowableOfType(Refusal.class, () -> bind("{" + GOOD.replace("\"a\"", "\"\\ud800\"") + "}")))
                .hasMessageStartingWith("/text");
    }

    private static Body bind(String json) {
        return Bodies.bind(Bodies.object(json.getBytes(StandardCharsets.UTF_8)), Body.class);
    }
}

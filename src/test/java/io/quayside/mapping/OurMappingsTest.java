package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OurMappingsTest {
    private static final Path MAPPINGS = Path.of("mappings");

    @Test
    void everyMappingOfTheDemoPassesItsOwnTests() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        boolean good = new Check(MAPPINGS, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();

        assertThat(good).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("etas.yaml (2 tests)");
    }

    @Test
    void theHouseLayoutsAreAlwaysThere() throws Exception {
        Mappings mappings = Mappings.load(Path.of("no", "such", "folder"));

        assertThat(mappings.names())
                .containsExactly(
                        "standard/inbound",
                        "standard/inventory",
                        "standard/order-ack",
                        "standard/receipt",
                        "standard/shipment");
        assertThat(mappings.find("standard/inventory"))
                .get()
                .extracting(Mapping::partner)
                .isEqualTo(java.util.Optional.empty());
    }

    @Test
    void theDemoPartnersAreKnown() throws Exception {
        Mappings mappings = Mappings.load(MAPPINGS);

        assertThat(mappings.errors()).isEmpty();
        assertThat(mappings.partner("borealis")
                        .orElseThrow()
                        .location()
                        .orElseThrow()
                        .code())
                .isEqualTo("BOREALIS");
    }
}

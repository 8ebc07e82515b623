package io.quayside.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    @Test
    void eachTypeHasASchemaWhoseExamplesItAccepts() {
        for (EventCatalogue.Entry entry : EventCatalogue.entries()) {
            assertThat(entry.schema().get("examples")).isNotEmpty();
            entry.schema().get("examples").forEach(EventSchemas::assertValid);
        }
    }

    @Test
    void aSchemaRefusesWhatItsTypeIsNot() {
        for (EventCatalogue.Entry entry : EventCatalogue.entries()) {
            ObjectNode example = entry.schema().at("/examples/0").deepCopy();
            ((ObjectNode) example.get("data")).remove("sequence");

            assertThatThrownBy(() -> EventSchemas.assertValid(example)).hasMessageContaining("sequence");
        }
    }

    @Test
    void thereIsNoSchemaOfAnUnknownType() throws URISyntaxException, IOException {
        Path folder = Path.of(EventCatalogue.class.getResource("/events").toURI());

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(EventType.values().length);
        }
    }
}

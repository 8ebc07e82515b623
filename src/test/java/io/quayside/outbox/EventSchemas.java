package io.quayside.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quayside.store.Database;
import io.quayside.store.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds events against the schemas that outsiders get. */
public final class EventSchemas {
    private static final Map<String, JsonSchema> SCHEMAS = EventCatalogue.entries().stream()
            .collect(Collectors.toMap(
                    EventCatalogue.Entry::type, entry -> JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(
                                    entry.schema(),
                                    SchemaValidatorsConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build())));

    private EventSchemas() {}

    /** Fails unless the body of a webhook is as its type says. */
    public static void assertValid(JsonNode body) {
        assertThat(SCHEMAS.get(body.path("type").asText()).validate(body))
                .as("%s", body)
                .isEmpty();
    }

    /** Fails unless each event in the database would be told as its type says; answers the bodies, oldest first. */
    public static List<JsonNode> assertAllValid(Database database) {
        List<JsonNode> bodies = database
                .read(h -> h.createQuery(
                                "select id, type, key, at, data::text as data, 0 as attempts, false as waits from event order by id")
                        .map((row, context) -> Pending.of(row))
                        .list())
                .stream()
                .map(event -> Json.tree(new String(event.body(), java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
        bodies.forEach(EventSchemas::assertValid);
        return bodies;
    }
}

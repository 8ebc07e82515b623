package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors complete by is the language that the gateway reads. */
class SchemaTest {
    private static final JsonSchema SCHEMA = schema();

    static Stream<Path> ours() throws IOException {
        try (Stream<Path> files = Stream.of("mappings", "src/main/resources/standard", "src/test/resources/mapping")
                .flatMap(SchemaTest::walk)) {
            return files.filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("partner.yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void acceptsEveryMappingThatTheGatewayAccepts(Path file) throws Exception {
        assertThat(problems(Files.readString(file))).isEmpty();
    }

    @Test
    void rejectsAnUnknownKey() throws Exception {
        String mapping = Files.readString(Path.of("mappings/acme/etas.yaml"));

        assertThat(problems(mapping.replace("skip:", "skipp:"))).isNotEmpty();
        assertThat(problems(mapping.replace("fields:", "feilds:"))).isNotEmpty();
        assertThat(problems(mapping.replace("locale:", "local:"))).isNotEmpty();
    }

    private static List<String> problems(String yaml) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(new ObjectMapper().valueToTree(value)).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("mappings/mapping.schema.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(String folder) {
        try {
            return Files.walk(Path.of(folder));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

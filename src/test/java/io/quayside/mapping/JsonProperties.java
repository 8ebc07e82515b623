package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes in: no exception, and nothing without being told. */
class JsonProperties {
    private static final String PAGE =
            "{\"data\":[{\"sku\":\"AB-1\",\"qty\":120,\"next\":[{\"n\":4}]},{\"sku\":\"Ä\",\"qty\":\"7\"}],"
                    + "\"meta\":{\"at\":\"2026-09-14\",\"next\":null}}";

    @Property(tries = 500)
    void anyBytesGiveRecordsOrAProblem(@ForAll byte[] bytes) throws Exception {
        Heard heard = Heard.of(mapping("json"), new ByteArrayInputStream(bytes));
        Heard lines = Heard.of(mapping("ndjson"), new ByteArrayInputStream(bytes));

        assertThat(heard.problems.isEmpty()).isEqualTo(heard.fallen.isEmpty() && heard.bad == 0);
        assertThat(lines.problems.isEmpty()).isEqualTo(lines.fallen.isEmpty() && lines.bad == 0);
    }

    @Property(tries = 2_000)
    void aPageWithAByteChangedIsReadOrTold(
            @ForAll @IntRange(min = 0, max = 1_000) int at, @ForAll byte other, @ForAll boolean byLine)
            throws Exception {
        byte[] bytes = (PAGE + "\n").getBytes(StandardCharsets.UTF_8);
        bytes[at % bytes.length] = other;

        Heard heard = Heard.of(mapping(byLine ? "ndjson" : "json"), new ByteArrayInputStream(bytes));

        assertThat(heard.standing().isEmpty() || heard.records.size() <= 2).isTrue();
        assertThat(heard.problems.isEmpty()).isEqualTo(heard.fallen.isEmpty() && heard.bad == 0);
    }

    private static Mapping mapping(String format) {
        String text = "mapping: 1\npartner: acme\nsource: {format: " + format + "}\nproduces: inventory\n"
                + "each: \"data[*]\"\nfields: {sku: sku, quantity: qty, incoming: [{quantity: {from: \"next[*].n\"}}]}\n";
        return new MappingCompiler("acme/a", "a.yaml", table -> Optional.empty()).compile(text);
    }
}

package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkTest {
    record Thing(String name, int number) {}

    private final List<Integer> batches = new ArrayList<>();

    @Test
    void goodLinesAreStoredInBatchesAndBadOnesNamed() {
        String body =
                "{\"name\":\"a\",\"number\":1}\n{\"name\":\"b\",\"number\":1.5}\n\n{\"name\":\"c\",\"number\":3}\n"
                        + "{\"name\":\"d\",\"number\":4}";

        Bulk.Report report = store(body, 2);

        assertThat(batches).containsExactly(2, 1);
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.errors()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(2);
            assertThat(bad.errors().get(0).pointer()).isEqualTo("/number");
        });
    }

    @Test
    void aLineTooLongToHoldIsNamedAndTheNextStored() {
        String body = "{\"name\":\"" + "x".repeat(3 << 20) + "\",\"number\":1}\n{\"name\":\"b\",\"number\":2}\n";

        Bulk.Report report = store(body, 10);

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.errors().get(0).line()).isEqualTo(1);
        assertThat(report.errors().get(0).detail()).startsWith("the line is longer than 1 MB");
    }

    @Test
    void anEmptyBodyStoresNothing() {
        assertThat(store("", 10)).isEqualTo(new Bulk.Report(0, List.of(), java.util.Optional.empty()));
    }

    @Test
    void errorsBeyondTheFirstTenThousandAreCounted() {
        Bulk.Report report = store("x\n".repeat(10_003), 10);

        assertThat(report.errors()).hasSize(10_000);
        assertThat(report.errorsLeftOut()).contains(3);
    }

    private Bulk.Report store(String body, int batch) {
        Request request = new Request(
                new Principal("k", "admin"),
                Map.of(),
                new Parameters(Map.of()),
                "application/x-ndjson",
                Spooled.inMemory(body.getBytes(StandardCharsets.UTF_8)));
        Answer answer = Bulk.store(request, Thing.class, batch, rows -> {
            batches.add(rows.size());
            return List.of();
        });
        return (Bulk.Report) answer.body();
    }
}

package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.inbox.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is described is served: the other way round the server itself refuses to start. */
class OpenApiTest {
    @Test
    void everyCallThatIsDescribedIsServed() {
        TreeSet<String> served = new TreeSet<>();
        calls().forEach(call -> served.add(call.method() + " " + call.path()));
        served.add("GET /openapi.yaml");

        assertThat(described()).containsExactlyElementsOf(served);
    }

    /** None of them is called here, so they need nothing behind them. */
    private static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        calls.addAll(new KeyCalls(null).calls());
        calls.addAll(new StorefrontCalls(null).calls());
        calls.addAll(new PartnerCalls(null).calls());
        calls.addAll(new LocationCalls(null).calls());
        calls.addAll(new ItemCalls(null).calls());
        calls.addAll(new StockCalls(null, null, null).calls());
        calls.addAll(new OrderCalls(null, null, null).calls());
        calls.addAll(new AvailabilityCalls(null).calls());
        calls.addAll(new DocumentCalls(null, new Documents(null, null, null, null)).calls());
        calls.addAll(new WebhookCalls(null, null, null).calls());
        return calls;
    }

    @SuppressWarnings("unchecked")
    private static TreeSet<String> described() {
        Map<String, Object> document =
                (Map<String, Object>) new Load(LoadSettings.builder().build())
                        .loadFromInputStream(OpenApiTest.class.getResourceAsStream("/openapi.yaml"));
        TreeSet<String> described = new TreeSet<>();
        ((Map<String, Map<String, Object>>) document.get("paths"))
                .forEach((path, operations) -> operations.keySet().stream()
                        .filter(method -> !method.equals("parameters"))
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return described;
    }
}

package io.quayside.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.app.Gateway;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;

/** Where the story plays: the gateway seen from outside, the partners' SFTP clients, the storefront, and the terminal. */
final class Stage {
    private static final String ROW = "%2s  %-9s %-20s %-9s %5s %8s %6s %9s %5s %9s %9s %6s%n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Suppliers: those that drop files, by code, and the one that has an API. */
    record Partners(Map<String, Partner> files, Cirrus cirrus) {}

    private final Gateway gateway;
    private final Api api;
    private final Storefront storefront;
    private final Partners partners;
    private final ProducerTemplate template;
    private final PrintStream out;
    private int step;
    private int before;

    Stage(
            Gateway gateway,
            Api api,
            Storefront storefront,
            Partners partners,
            ProducerTemplate template,
            PrintStream out) {
        this.gateway = gateway;
        this.api = api;
        this.storefront = storefront;
        this.partners = partners;
        this.template = template;
        this.out = out;
    }

    Api api() {
        return api;
    }

    void say(String line) {
        out.println(line);
    }

    void note(String line) {
        out.println("                  ! " + line);
    }

    void heading() {
        before = storefront.total();
        out.println();
        out.printf(
                ROW,
                "",
                "from",
                "file",
                "outcome",
                "rows",
                "problems",
                "stock",
                "refilled",
                "lost",
                "promises",
                "webhooks",
                "ms");
    }

    /** Does a step, waits until all it caused is told, and prints it as a line. */
    void step(String partner, String what, Supplier<Outcome> action) {
        long start = System.nanoTime();
        int told = storefront.total();
        Outcome outcome = action.get();
        settled();
        out.printf(
                ROW,
                ++step,
                partner,
                what,
                outcome.status(),
                outcome.rows(),
                outcome.problems(),
                outcome.stockChanges(),
                outcome.refilled(),
                outcome.lost(),
                outcome.promisesMoved(),
                storefront.total() - told,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    void drop(String partner, DemoFile file) {
        partners.files().get(partner).drop(template, gateway.sftpPort().orElseThrow(), file);
    }

    Cirrus cirrus() {
        return partners.cirrus();
    }

    /** As many files of that pattern as the partner waits for, from its outbox. */
    List<DemoFile> pickUp(String partner, String pattern, int files) {
        List<DemoFile> found = new ArrayList<>();
        ConsumerTemplate consumer = template.getCamelContext().createConsumerTemplate();
        while (found.size() < files) {
            found.add(partners.files()
                    .get(partner)
                    .pickUp(consumer, gateway.sftpPort().orElseThrow(), pattern)
                    .orElseThrow(() -> new IllegalStateException(
                            "only " + found.size() + " files " + pattern + " came into the outbox of " + partner)));
        }
        return found;
    }

    /** The partner's document of that name, once it has come to rest. */
    JsonNode ended(String partner, String name) {
        return found(partner, "name", name);
    }

    /** The partner's document for that mapping, once it has come to rest. */
    JsonNode brought(String partner, String mapping) {
        return found(partner, "mapping", mapping);
    }

    private JsonNode found(String partner, String key, String value) {
        return Patience.until(PATIENCE, "what became of " + value, () -> {
            for (JsonNode item : api.get("/v1/documents?partner=" + partner).path("items")) {
                String status = item.path("status").asText();
                if (item.path(key).asText().equals(value) && !status.equals("kept") && !status.equals("staged")) {
                    return Optional.of(item);
                }
            }
            return Optional.empty();
        });
    }

    /** Returns when nothing is left to decide and the storefront has every event. */
    void settled() {
        Patience.until(PATIENCE, "all events at the storefront", () -> {
            Gateway.Unsettled now = gateway.unsettled();
            return now.open() == 0 && now.events() == storefront.total() ? Optional.of(now) : Optional.empty();
        });
    }

    void webhooks() {
        say(String.format("%-28s %14s", "webhooks by type", "received once"));
        storefront.received().forEach((type, count) -> say(String.format("%-28s %14d", type, count)));
        say(String.format(
                "%-28s %14d, %d of them before the first file; %d refused for a wrong signature",
                "together", storefront.total(), before, storefront.refused()));
    }
}

package io.quayside.routes;

import static io.quayside.routes.StubApi.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a feed by HTTP knows from poll to poll. */
@Timeout(120)
class HttpFeedTest extends HttpFeeds {
    @Test
    void whatHasNotChangedIsNotReadAgainAndHasArrived() throws Exception {
        AtomicInteger unchanged = new AtomicInteger();
        api.on("/stock", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                send(exchange, 304, "");
            } else {
                send(exchange, 200, "[1]", "ETag", "\"v1\"");
            }
        });
        database.transact(
                h -> h.execute("insert into feed (partner, mapping, kind) values ('acme', 'acme/stock', 'inventory')"));
        start("pages: none");

        await().until(() -> unchanged.get() > 1);

        assertThat(documents()).hasSize(1);
        await().until(() -> database.read(h -> h.createQuery("select arrived_at is not null from feed")
                .mapTo(Boolean.class)
                .one()));
        assertThat(trouble()).isEmpty();
    }

    @Test
    void whatWasRejectedIsNotKeptAgainUntilItOrItsMappingChanges() throws Exception {
        api.on("/stock", "[1]");
        rejectAll();
        start("pages: none");

        await().until(() -> api.times("/stock") >= 5);
        assertThat(documents()).hasSize(1);

        version = new byte[] {2};
        await().until(() -> documents().size() == 2);
        long then = api.times("/stock");
        await().until(() -> api.times("/stock") >= then + 3);
        assertThat(documents()).hasSize(2);

        api.on("/stock", "[2]");
        await().until(() -> documents().size() == 3);
        assertThat(trouble()).isEmpty();
    }

    @Test
    void whatWasRejectedAndHasNotChangedHasNotArrivedAndIsReadAgainWithAnotherMapping() throws Exception {
        api.on("/stock", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            send(exchange, known ? 304 : 200, known ? "" : "[1]", "ETag", "\"v1\"");
        });
        rejectAll();
        start("pages: none");

        await().until(() -> api.times("/stock") >= 5);
        assertThat(documents()).hasSize(1);
        assertThat(list("select 'late' from feed where arrived_at is null")).containsExactly("late");

        version = new byte[] {2};
        await().until(() -> documents().size() == 2);
    }

    /** As if the mapping could read nothing. */
    private void rejectAll() {
        database.transact(h -> {
            h.execute("alter table document alter status set default 'rejected', alter ended_at set default now()");
            h.execute("insert into feed (partner, mapping, kind) values ('acme', 'acme/stock', 'inventory')");
        });
    }

    @Test
    void changesAreAskedForSinceTheLastDocumentThatWasApplied() throws Exception {
        Instant begun = Instant.now();
        api.on("/stock?a=1", "[1]");
        start(route("stock", "/stock?a=1", "since: since"));

        await().until(() -> documents().size() >= 2);
        assertThat(api.asked).allMatch("/stock?a=1"::equals);

        database.transact(h -> h.execute("update document set status = 'applied', ended_at = now()"));
        await().until(() -> api.asked.stream().anyMatch(path -> path.contains("&since=")));
        String since = api.asked.stream()
                .filter(path -> path.contains("&since="))
                .findFirst()
                .orElseThrow()
                .substring("/stock?a=1&since=".length());
        assertThat(Instant.parse(URLDecoder.decode(since, StandardCharsets.UTF_8)))
                .isBetween(begun.minusSeconds(62), begun.plusSeconds(60));
    }

    @Test
    void aFeedWhoseUrlIsOffAsksNobody() throws Exception {
        start(
                "- route: {id: acme-stock, from: {uri: \"kamelet:feed-http\", parameters: {partner: acme, url: \"{{acme.url:off}}/v1\", every: 100ms},"
                        + " steps: [{to: {uri: \"kamelet:keep\", parameters: {mapping: acme/stock}}}]}}\n");

        await().during(Duration.ofSeconds(1))
                .until(() -> documents().isEmpty() && trouble().isEmpty());
    }

    @Test
    void aParameterThatCannotBeMeantRefusesTheFile() throws Exception {
        Files.createDirectories(folder.resolve("check"));
        Files.writeString(folder.resolve("check/acme.camel.yaml"), route("stock", "/stock", "pages: link"));
        assertThat(Routes.check(folder.resolve("check")).get(0).refused()).isEmpty();
        for (String wrong :
                List.of("pages: all", "ok: \"status = 1\"", "auth: bearer", "auth: digest", "every: soon")) {
            Files.writeString(folder.resolve("check/acme.camel.yaml"), route("stock", "/stock", wrong));

            assertThat(Routes.check(folder.resolve("check")).get(0).refused())
                    .as(wrong)
                    .hasValueSatisfying(
                            sentence -> assertThat(sentence).startsWith("line ").doesNotContain("Exception"));
        }
    }
}

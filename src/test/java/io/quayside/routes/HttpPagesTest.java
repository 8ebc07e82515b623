package io.quayside.routes;

import static io.quayside.routes.StubApi.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All pages of a poll are one document, or there is none. */
@Timeout(120)
class HttpPagesTest extends HttpFeeds {
    private static final String PAGE1 = "{\"data\":[{\"sku\":\"A\"}],\"next\":\"/stock?page=2\"}";
    private static final String PAGE2 = "{\"data\":[{\"sku\":\"B\"}],\"next\":null}";

    @Test
    void allPagesOfAPollAreOneDocumentAsTheyWereReceived() throws Exception {
        api.on("/stock", PAGE1, "Content-Type", "application/json").on("/stock?page=2", PAGE2);
        start("pages: \"json:$.next\"");

        await().until(() -> !documents().isEmpty());

        assertThat(documents().get(0)).isEqualTo("acme acme/stock " + sha256(PAGE1 + "\n" + PAGE2));
        assertThat(names().get(0)).matches("acme-stock-\\d{8}T\\d{6}Z\\.json");
        assertThat(trouble()).isEmpty();
    }

    @Test
    void theLinkHeaderLeadsToTheNextPage() throws Exception {
        api.on("/stock", "[1]", "Link", "</stock?p=0>; rel=\"prev\", </stock?c=x,y>; rel=\"next\"")
                .on("/stock?c=x,y", "[2]");
        start("pages: link");

        await().until(() -> !documents().isEmpty());

        assertThat(documents().get(0)).endsWith(sha256("[1]\n[2]"));
    }

    @Test
    void numberedPagesEndAtAnEmptyOneOrAShortOne() throws Exception {
        api.on("/stock?k=v&page=1", "{\"data\":[1,2]}")
                .on("/stock?k=v&page=2", "{\"data\":[3]}")
                .on("/stock?k=v&page=3", "{\"data\":[]}")
                .on("/short?n=0", "[1,2]")
                .on("/short?n=1", "[3]");
        start(
                route("stock", "/stock?k=v", "pages: \"number:page of data\""),
                route("short", "/short", "pages: \"number:n of $ by 2 from 0\""));

        await().until(() -> documents().size() >= 2);

        assertThat(documents())
                .anyMatch(d -> d.equals("acme acme/stock " + sha256("{\"data\":[1,2]}\n{\"data\":[3]}")))
                .anyMatch(d -> d.equals("acme acme/short " + sha256("[1,2]\n[3]")));
    }

    @Test
    void aNumberedPageWithoutItsListIsNoEndButAFailure() throws Exception {
        api.on("/stock?page=1", "{\"data\":[1,2]}")
                .on("/stock?page=2", "{\"error\":\"try later\"}")
                .on("/map?page=1", "{\"data\":[1,2]}")
                .on("/map?page=2", "{\"data\":{\"A\":1}}");
        start(
                route("stock", "/stock", "pages: \"number:page of data\""),
                route("map", "/map", "pages: \"number:page of data\""));

        await().until(() ->
                trouble("acme-stock").isPresent() && trouble("acme-map").isPresent());

        assertThat(trouble("acme-stock").get()).contains("page 2 of").contains("has no list at data");
        assertThat(trouble("acme-map").get()).contains("has no list at data");
        assertThat(documents()).isEmpty();
        api.on("/stock?page=2", "{\"data\":[3]}").on("/stock?page=3", "{\"data\":[]}");
        await().until(() -> !documents().isEmpty());
        assertThat(documents().get(0)).endsWith(sha256("{\"data\":[1,2]}\n{\"data\":[3]}"));
    }

    @Test
    void aCursorGoesIntoItsParameter() throws Exception {
        api.on("/stock", "{\"cursor\":\"a b&c\"}").on("/stock?after=a%20b%26c", "{\"cursor\":\"\"}");
        start("pages: \"json:$.cursor as after\"");

        await().until(() -> !documents().isEmpty());

        assertThat(documents().get(0)).endsWith(sha256("{\"cursor\":\"a b&c\"}\n{\"cursor\":\"\"}"));
    }

    @Test
    void aFailingPageDiscardsThePollAndTheNextPollBringsAll() throws Exception {
        AtomicInteger broken = new AtomicInteger(2);
        api.on("/stock", PAGE1).on("/stock?page=2", exchange -> {
            if (broken.getAndDecrement() > 0) {
                send(exchange, 500, "out of order");
            } else {
                send(exchange, 200, PAGE2);
            }
        });
        start("pages: \"json:$.next\"");

        await().until(() -> trouble().isPresent());
        assertThat(trouble().get()).isEqualTo(api.url() + "/stock answers 500");
        assertThat(documents()).isEmpty();

        await().until(() -> !documents().isEmpty());
        await().until(() -> trouble().isEmpty());
        assertThat(documents().get(0)).endsWith(sha256(PAGE1 + "\n" + PAGE2));
    }

    @Test
    void aGoodStatusWithAnErrorInItIsAFailure() throws Exception {
        api.on("/stock", "{\"status\":\"error\",\"message\":\"quota\"}");
        start("ok: \"$.status is success and $.data present\"");

        await().until(() -> trouble().isPresent());

        assertThat(trouble().get()).contains("answers 200").contains("there is error");
        assertThat(documents()).isEmpty();
        api.on("/stock", "{\"status\":\"success\",\"data\":[]}");
        await().until(() -> !documents().isEmpty());
    }

    @Test
    void pagesWithoutEndAreDiscardedAndTold() throws Exception {
        api.on("/round", "{\"next\":\"/round?b\"}")
                .on("/round?b", "{\"next\":\"/round?c\", \"x\":1}")
                .on("/round?c", "{\"next\":\"/round\"}")
                .on("/same?page=1", "{\"data\":[1]}")
                .on("/same?page=2", "{\"data\":[1]}");
        start(
                route("round", "/round", "pages: \"json:$.next\""),
                route("same", "/same", "pages: \"number:page of data\""));

        await().until(() ->
                trouble("acme-round").isPresent() && trouble("acme-same").isPresent());

        assertThat(trouble("acme-round").get()).contains("the pages have no end");
        assertThat(trouble("acme-same").get()).contains("page 2 is page 1 again");
        assertThat(documents()).isEmpty();
    }

    @Test
    void aPageThatIsCutKeepsNothing() throws Exception {
        api.on("/stock", "{\"data\":[1],\"next\":\"/sto").on("/cut", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("[1,2".getBytes(StandardCharsets.UTF_8));
        });
        start(route("stock", "/stock", "pages: \"json:$.next\""), route("cut", "/cut", "pages: none"));

        await().until(() ->
                trouble("acme-stock").isPresent() && trouble("acme-cut").isPresent());

        assertThat(trouble("acme-stock").get()).contains("page 1 is no whole JSON");
        assertThat(trouble("acme-cut").get()).contains("breaks off");
        assertThat(documents()).isEmpty();
    }
}

package io.quayside.routes;

import static io.quayside.routes.StubApi.send;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Feeds by HTTP against an API that behaves as APIs do. */
@Timeout(120)
class HttpFeedTest {
    private static final String PAGE1 = "{\"data\":[{\"sku\":\"A\"}],\"next\":\"/stock?page=2\"}";
    private static final String PAGE2 = "{\"data\":[{\"sku\":\"B\"}],\"next\":null}";

    @TempDir
    Path folder;

    private final Database database = TestDatabase.create();
    private final StubApi api = new StubApi();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private Routes routes;

    @BeforeEach
    void listen() {
        logged.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(logged);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(logged);
        if (routes != null) {
            routes.close();
        }
        api.close();
        database.close();
    }

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
    void whatWasRejectedIsFetchedAgainAndHasNotArrived() throws Exception {
        api.on("/stock", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            send(exchange, known ? 304 : 200, known ? "" : "[1]", "ETag", "\"v1\"");
        });
        start("pages: none");
        await().until(() -> documents().size() == 1 && api.times("/stock") > 1);

        database.transact(h -> {
            h.execute("update document set status = 'rejected', ended_at = now()");
            h.execute("insert into feed (partner, mapping, kind) values ('acme', 'acme/stock', 'inventory')");
        });

        await().until(() -> documents().size() > 1);
        routes.close();
        database.transact(h -> {
            h.execute("update document set status = 'rejected', ended_at = now()");
            h.execute("update feed set arrived_at = null");
        });
        new FetchMemory(database).unchanged("acme-stock");
        assertThat(list("select 'late' from feed where arrived_at is null")).containsExactly("late");
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
    void aTokenIsAskedForOnceAndAgainWhenItIsRefused() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        api.on("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = form.equals("grant_type=client_credentials&scope=stock+read")
                    && ("Basic " + Login.base64("we", "s%26cret"))
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            send(
                    exchange,
                    known ? 200 : 401,
                    "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}");
        });
        api.on("/stock", exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            boolean valid = token.equals("Bearer t1") && good.get() < 2 || token.equals("Bearer t2");
            send(exchange, valid ? 200 : 401, valid ? "[" + good.incrementAndGet() + "]" : "");
        });
        start("auth: oauth2, tokenUrl: \"" + api.url()
                + "/token\", clientId: we, clientSecret: \"s&cret\", scope: \"stock read\"");

        await().until(() -> documents().size() >= 4);

        assertThat(tokens.get()).isEqualTo(2);
        assertThat(trouble()).isEmpty();
    }

    @Test
    void eachKindOfLoginSaysWhoAsksAndNoneIsEverShown() throws Exception {
        for (String path : List.of("/bearer", "/basic", "/header")) {
            api.on(path, exchange -> {
                String all = exchange.getRequestHeaders().get("Authorization") + " "
                        + exchange.getRequestHeaders().get("X-Key");
                send(exchange, all.contains("s3cr3t") || all.contains(Login.base64("me", "s3cr3t&+%")) ? 403 : 500, "");
            });
        }
        start(
                route("bearer", "/bearer", "auth: bearer, token: s3cr3t"),
                route("basic", "/basic", "auth: basic, username: me, password: \"s3cr3t&+%\""),
                route("header", "/header", "auth: header, header: X-Key, token: s3cr3t"));

        await().until(() -> List.of("acme-bearer", "acme-basic", "acme-header").stream()
                .allMatch(r -> trouble(r).filter(t -> t.contains("answers 403")).isPresent()));

        assertThat(logged.list).noneMatch(event -> event.getFormattedMessage().contains("s3cr3t"));
    }

    @Test
    void credentialsDoNotLeaveTheHostTheyAreFor() throws Exception {
        try (StubApi stranger = new StubApi()) {
            stranger.on("/stock", "[1]");
            api.on("/away", exchange -> send(exchange, 302, "", "Location", stranger.url() + "/stock"))
                    .on("/next", "{\"next\":\"" + stranger.url() + "/stock\"}")
                    .on("/moved", exchange -> send(exchange, 307, "", "Location", "here"))
                    .on("/here", "[7]", "CamelFileName", "../../evil", "camelHttpUri", "http://127.0.0.1:1/");
            start(
                    route("away", "/away", "auth: bearer, token: t"),
                    route("next", "/next", "auth: bearer, token: t, pages: \"json:next\""),
                    route("moved", "/moved", "auth: bearer, token: t"));

            await().until(() -> trouble("acme-away").isPresent()
                    && trouble("acme-next").isPresent()
                    && !documents().isEmpty());

            assertThat(trouble("acme-away").get()).contains("sends to another host");
            assertThat(trouble("acme-next").get()).contains("next page on another host");
            assertThat(stranger.asked).isEmpty();
            assertThat(documents()).allMatch(("acme acme/moved " + sha256("[7]"))::equals);
            assertThat(names()).allMatch(name -> name.startsWith("acme-moved-"));
        }
    }

    @Test
    void anApiThatWantsToBeLeftAloneIs() throws Exception {
        api.on("/stock", exchange -> send(exchange, 429, "", "Retry-After", "3600"));
        start("pages: none");

        await().until(() -> trouble().isPresent());

        await().during(Duration.ofSeconds(3)).until(() -> api.times("/stock") == 1);
        assertThat(trouble().get()).contains("answers 429: we ask too often");
    }

    @Test
    void anApiThatFailsForALongTimeIsAskedLessAndLessAndSaidOnce() throws Exception {
        api.on("/stock", exchange -> send(exchange, 500, ""));
        start("pages: none");

        await().until(() -> times("acme-stock") >= 4);
        long before = api.times("/stock");

        await().during(Duration.ofSeconds(1)).until(() -> true);
        assertThat(api.times("/stock") - before).isLessThan(3);
        assertThat(logged.list.stream()
                        .filter(event -> event.getFormattedMessage().contains("answers 500")))
                .hasSize(1);
    }

    @Test
    void apisThatHangDoNotHoldUpTheOthers() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        api.on("/stock", "[1]");
        String[] files = new String[13];
        for (int i = 0; i < 12; i++) {
            api.on("/hangs?" + i, exchange -> await(end));
            files[i] = route("hangs" + i, "/hangs?" + i, "pages: none");
        }
        files[12] = route("stock", "/stock", "pages: none");
        try {
            start(files);

            await().atMost(Duration.ofSeconds(20)).until(() -> documents().size() >= 3);
        } finally {
            end.countDown();
        }
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

    private void start(String... files) throws IOException {
        String[] given = files.length == 1 && !files[0].startsWith("- route")
                ? new String[] {route("stock", "/stock", files[0])}
                : files;
        Files.createDirectories(folder.resolve("routes"));
        Files.writeString(folder.resolve("routes/acme.camel.yaml"), String.join("", given));
        routes = Routes.start(folder.resolve("routes"), folder, database, new Keeping(database, () -> {}));
        assertThat(routes.files()).allSatisfy(f -> assertThat(f.refused()).isEmpty());
    }

    private String route(String name, String path, String parameters) {
        String every = parameters.contains("every") ? "" : ", every: 200ms";
        return """
                - route:
                    id: acme-%s
                    from:
                      uri: kamelet:feed-http
                      parameters: {partner: acme, url: "%s"%s, %s}
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: acme/%s}}
                """
                .formatted(name, api.url() + path, every, parameters, name);
    }

    private List<String> documents() {
        return list("select partner || ' ' || mapping || ' ' || encode(sha256, 'hex') from document order by id");
    }

    private List<String> names() {
        return list("select name from document order by id");
    }

    private List<String> list(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    private Optional<String> trouble() {
        return trouble("acme-stock");
    }

    private Optional<String> trouble(String route) {
        return database.read(h -> h.createQuery("select detail from feed_trouble where route = :route")
                .bind("route", route)
                .mapTo(String.class)
                .findOne());
    }

    private int times(String route) {
        return database.read(h -> h.createQuery("select times from feed_trouble where route = :route")
                .bind("route", route)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Feeds by HTTP, an API that behaves as a test says, and what became of them. */
abstract class HttpFeeds {
    @TempDir
    Path folder;

    final Database database = TestDatabase.create();
    final StubApi api = new StubApi();
    final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    volatile byte[] version = {1};
    Routes routes;

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

    void start(String... files) throws IOException {
        String[] given = files.length == 1 && !files[0].startsWith("- route")
                ? new String[] {route("stock", "/stock", files[0])}
                : files;
        Files.createDirectories(folder.resolve("routes"));
        Files.writeString(folder.resolve("routes/acme.camel.yaml"), String.join("", given));
        routes = new Routes(
                new Routes.Folders(folder.resolve("routes"), folder),
                database,
                new Keeping(database, () -> {}),
                mapping -> Optional.of(version),
                Correspondence.NONE,
                new Doorbell());
        assertThat(routes.files()).allSatisfy(f -> assertThat(f.refused()).isEmpty());
    }

    String route(String name, String path, String parameters) {
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

    List<String> documents() {
        return list("select partner || ' ' || mapping || ' ' || encode(sha256, 'hex') from document order by id");
    }

    List<String> names() {
        return list("select name from document order by id");
    }

    List<String> list(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    Optional<String> trouble() {
        return trouble("acme-stock");
    }

    Optional<String> trouble(String route) {
        return database.read(h -> h.createQuery("select detail from feed_trouble where route = :route")
                .bind("route", route)
                .mapTo(String.class)
                .findOne());
    }

    int times(String route) {
        return database.read(h -> h.createQuery("select times from feed_trouble where route = :route")
                .bind("route", route)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40));
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

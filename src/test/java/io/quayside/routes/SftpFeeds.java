package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A feed from a partner's SFTP server that a test can spoil, and what became of it. */
abstract class SftpFeeds {
    static final String PASSWORD = "p&a+s%41s)w#rd";

    @TempDir
    Path folder;

    final Database database = TestDatabase.create();
    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    Path site;
    SftpSiteServer server;
    Routes routes;

    @BeforeEach
    void prepare() throws IOException {
        site = Files.createDirectories(folder.resolve("site/out")).getParent();
        Files.createDirectories(folder.resolve("routes"));
        server = new SftpSiteServer(site, PASSWORD);
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void stop() throws IOException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        if (routes != null) {
            routes.close();
        }
        server.close();
        database.close();
    }

    void start(String... parameters) throws IOException {
        save("acme", parameters);
        routes = Routes.start(folder.resolve("routes"), folder, database, new Keeping(database, () -> {}));
        assertThat(routes.files()).allSatisfy(f -> assertThat(f.refused()).isEmpty());
    }

    /** Parameters given replace those that all have. */
    void save(String partner, String... given) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("partner", partner);
        parameters.put("host", "127.0.0.1");
        parameters.put("port", String.valueOf(server.port()));
        parameters.put("folder", "out");
        parameters.put("username", SftpSiteServer.USER);
        parameters.put("password", "'" + PASSWORD + "'");
        parameters.put("hostKey", server.hostKey());
        parameters.put("include", "'stock_\\d+[.]csv'");
        parameters.put("every", "300ms");
        String keep = "        - to: {uri: 'kamelet:keep', parameters: {mapping: " + partner + "/stock}}\n";
        for (String parameter : given) {
            if (parameter.equals("steps")) {
                keep += "        - delay: {constant: 2000}\n";
            } else if (parameter.equals("no keep")) {
                keep = "        - log: seen\n";
            } else {
                String[] pair = parameter.split(": ", 2);
                parameters.put(pair[0], pair[1]);
            }
        }
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) ->
                text.append("        ").append(name).append(": ").append(value).append('\n'));
        Files.writeString(
                folder.resolve("routes/" + partner + ".camel.yaml"),
                """
                - route:
                    id: %s-stock
                    from:
                      uri: kamelet:feed-sftp
                      parameters:
                %s      steps:
                %s"""
                        .formatted(partner, text, keep));
    }

    void drop(String name, String text) throws IOException {
        Path unfinished = folder.resolve("unfinished");
        Files.writeString(unfinished, text);
        Files.move(unfinished, site.resolve("out").resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }

    String trouble() {
        return trouble("acme-stock");
    }

    String trouble(String route) {
        return database.read(h -> h.createQuery("select detail from feed_trouble where route = :route")
                .bind("route", route)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    int times() {
        return database.read(h -> h.createQuery("select coalesce(max(times), 0) from feed_trouble")
                .mapTo(Integer.class)
                .one());
    }

    long lines(String part) {
        return log.list.stream()
                .filter(line -> line.getFormattedMessage().contains(part))
                .count();
    }

    List<String> documents() {
        return database.read(h -> h.createQuery("select concat_ws(' ', partner, mapping, name, size, "
                        + "case when remote_time is not null then 'true' end) from document order by id")
                .mapTo(String.class)
                .list());
    }
}

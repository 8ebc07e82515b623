package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a partner's SFTP server may do to us, and what becomes of it. */
@Timeout(180)
class SftpFeedTest {
    private static final String PASSWORD = "p&a+s%41s)w#rd";

    @TempDir
    Path folder;

    private final Database database = TestDatabase.create();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Path site;
    private SftpSiteServer server;
    private Routes routes;

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

    @Test
    void aStableFileIsKeptAndThenMovedAway() throws IOException {
        drop("stock_1.csv", "sku,quantity\nA,1\n");

        start("complete: 'stable:300ms'");

        await().until(() -> Files.exists(site.resolve("out/.done/stock_1.csv")));
        assertThat(documents()).containsExactly("acme acme/stock stock_1.csv 17 true");
        assertThat(Files.exists(site.resolve("out/stock_1.csv"))).isFalse();
    }

    @Test
    void keptFilesMayBeDeletedInstead() throws IOException {
        drop("stock_1.csv", "x");

        start("complete: 'stable:0s'", "done: delete");

        await().until(() -> documents().size() == 1 && !Files.exists(site.resolve("out/stock_1.csv")));
        assertThat(Files.exists(site.resolve("out/.done"))).isFalse();
    }

    @Test
    void aDoneFileSaysThatItsFileIsCompleteAndOneWithoutDataIsShown() throws IOException {
        drop("stock_1.csv", "x");
        drop("stock_2.csv", "yy");
        drop("stock_2.csv.done", "");
        drop("stock_3.csv.done", "");

        start("complete: 'done-file:${name}.done'");

        await().until(() -> Files.exists(site.resolve("out/.done/stock_2.csv")));
        await().until(() -> !Files.exists(site.resolve("out/stock_2.csv.done")));
        await().until(() -> trouble().contains("stock_3.csv.done says that a file is complete which is not there"));
        assertThat(documents()).containsExactly("acme acme/stock stock_2.csv 2 true");
        assertThat(Files.exists(site.resolve("out/stock_1.csv"))).isTrue();
    }

    @Test
    void oneDoneFileForAllGoesWhenAllAreGone() throws IOException {
        drop("stock_1.csv", "x");
        drop("stock_2.csv", "yy");
        drop("ready", "");

        start("complete: 'done-file:ready'");

        await().until(() -> !Files.exists(site.resolve("out/ready")));
        assertThat(documents()).hasSize(2);
    }

    @Test
    void unfinishedFilesWaitForTheirRename() throws IOException {
        for (String name : List.of("a.csv.part", "b.csv.filepart", "c.csv.tmp", ".d.csv", "e.csv.writing")) {
            drop(name, "x");
        }
        drop("f.csv", "x");

        start("complete: 'rename:.writing'", "include: '.*'");
        await().until(() -> documents().size() == 1);
        Files.move(site.resolve("out/a.csv.part"), site.resolve("out/a.csv"));
        Files.move(site.resolve("out/e.csv.writing"), site.resolve("out/e.csv"));

        await().until(() -> documents().size() == 3);
        assertThat(documents())
                .containsExactly(
                        "acme acme/stock f.csv 1 true", "acme acme/stock a.csv 1 true", "acme acme/stock e.csv 1 true");
    }

    @Test
    void aFileThatGrowsIsTakenWhenItHasEnded() throws IOException {
        start("complete: 'stable:1500ms'");

        for (int i = 1; i <= 4; i++) {
            Files.writeString(site.resolve("out/stock_1.csv"), "x".repeat(i * 10));
            await().during(Duration.ofMillis(700)).until(() -> documents().isEmpty());
        }

        await().until(() -> documents().equals(List.of("acme acme/stock stock_1.csv 40 true")));
    }

    @Test
    void whatCannotBeKeptStaysAndIsTakenOnceLater() throws IOException {
        drop("stock_1.csv", "x");
        database.transact(h -> h.execute("alter table document rename to mislaid"));

        start("complete: 'stable:0s'");
        await().until(() -> trouble().contains("stock_1.csv stays where it is"));
        assertThat(Files.exists(site.resolve("out/stock_1.csv"))).isTrue();
        database.transact(h -> h.execute("alter table mislaid rename to document"));

        await().until(() -> Files.exists(site.resolve("out/.done/stock_1.csv")));
        await().until(() -> trouble().isEmpty());
        assertThat(documents()).containsExactly("acme acme/stock stock_1.csv 1 true");
    }

    @Test
    void aFileThatCannotBeMovedIsKeptOnceAndShown() throws IOException {
        drop("stock_1.csv", "x");

        start("complete: 'stable:0s'", "done: /dev/null/nowhere");
        await().until(() -> trouble().contains("stock_1.csv is kept, but stays at the site"));
        routes.close();
        start("complete: 'stable:0s'");

        await().until(() -> Files.exists(site.resolve("out/.done/stock_1.csv")));
        assertThat(documents()).containsExactly("acme acme/stock stock_1.csv 1 true");
    }

    @Test
    void aFileThatWasReplacedWhileItWasReadIsReadAgain() throws IOException {
        drop("stock_1.csv", "old");
        start("complete: 'stable:0s'", "steps");

        await().until(() -> documents().size() == 1);
        drop("stock_1.csv", "newer");

        await().until(() -> documents().size() == 2);
        await().until(() -> Files.exists(site.resolve("out/.done/stock_1.csv")));
        assertThat(documents().get(1)).isEqualTo("acme acme/stock stock_1.csv 5 true");
    }

    @Test
    void aConnectionThatBreaksInTheMiddleOfAFileGivesNothingUntilItHolds() throws IOException {
        drop("stock_1.csv", "0123456789".repeat(100_000));
        server.cutAfter(200_000);

        start("complete: 'stable:0s'");
        await().until(() -> trouble().contains("stock_1.csv"));
        assertThat(documents()).isEmpty();
        server.mend();

        await().until(() -> documents().equals(List.of("acme acme/stock stock_1.csv 1000000 true")));
        await().until(() -> trouble().isEmpty());
    }

    @Test
    void namesThatAreNoFileNamesAreLeftAndShownAndTheOthersAreTaken() throws IOException {
        drop("stock_a\\b.csv", "x");
        drop("stock_new\nline.csv", "x");
        drop("stock_1.csv", "x");
        drop("stock_*?[1].csv", "yy");

        start("complete: 'stable:0s'", "include: 'stock_.*'");

        await().until(() -> documents().size() == 2);
        await().until(() -> trouble().contains("no plain file names, so the files are left where they are: 2 of them"));
        assertThat(documents())
                .containsExactlyInAnyOrder(
                        "acme acme/stock stock_1.csv 1 true", "acme acme/stock stock_*?[1].csv 2 true");
        assertThat(Files.exists(site.resolve("out/stock_a\\b.csv"))).isTrue();
    }

    @Test
    void aServerThatOffersNamesThatLeadOutWritesNothingAnywhere() throws IOException {
        drop("evil", "x");
        drop("stock_1.csv", "x");
        server.close();
        server = SftpSiteServer.lying(site, PASSWORD, name -> name.equals("evil") ? "../../stock_2.csv" : name);

        start("complete: 'stable:0s'", "include: '.*'");

        await().until(() -> trouble().contains("\"../../stock_2.csv\""));
        await().until(() -> documents().equals(List.of("acme acme/stock stock_1.csv 1 true")));
        assertThat(Files.exists(site.resolve("out/evil"))).isTrue();
    }

    @Test
    void aFileThatTheServerDoesNotGiveHoldsUpNoneBehindIt() throws IOException {
        drop("secret", "x");
        drop("stock_1.csv", "x");
        Files.setLastModifiedTime(site.resolve("out/secret"), FileTime.fromMillis(1_000));
        server.close();
        server = SftpSiteServer.lying(site, PASSWORD, name -> name.equals("secret") ? "stock_0.csv" : name);

        start("complete: 'stable:0s'");

        await().until(() -> documents().equals(List.of("acme acme/stock stock_1.csv 1 true")));
        await().until(() -> trouble().contains("stock_0.csv stays where it is: ")
                && trouble().contains("there is none"));
    }

    @Test
    void aMoveOfWhatIsGoneLeavesWhatLiesAtItsTarget() throws Exception {
        Files.createDirectories(site.resolve("out/.done"));
        Files.writeString(site.resolve("out/.done/stock_1.csv"), "kept before");

        try (DefaultCamelContext camel = new DefaultCamelContext();
                Patience patience = new Patience();
                Site at = SftpSite.open(
                        server.address("out", PASSWORD), camel, patience.with("it", Duration.ofMinutes(1)))) {
            assertThatThrownBy(() -> at.move("stock_1.csv", ".done")).isInstanceOf(SiteFailure.class);
        }

        assertThat(site.resolve("out/.done/stock_1.csv")).hasContent("kept before");
    }

    @Test
    void aChangedHostKeyIsRefusedToldOnceAndShown() throws IOException {
        drop("stock_1.csv", "x");
        start("complete: 'stable:0s'");
        await().until(() -> documents().size() == 1);
        server.changeHostKey();
        drop("stock_2.csv", "x");

        await().until(() -> times() >= 3);

        assertThat(trouble()).contains("has another host key than the one that is known");
        assertThat(documents()).hasSize(1);
        assertThat(lines("has another host key")).isEqualTo(1);
    }

    @Test
    void aHostThatIsInNoKnownHostsFileIsRefusedWithWhatToDo() throws IOException {
        start("hostKey: ''");

        await().until(() -> trouble().contains("ssh-keyscan -p " + server.port() + " 127.0.0.1 >> "));

        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(
                folder.resolve("keys/known_hosts"), "[127.0.0.1]:" + server.port() + " " + server.hostKey() + "\n");
        await().until(() -> trouble().isEmpty());
    }

    @Test
    void aWrongPasswordIsShownAndAppearsNowhere() throws IOException {
        start("password: 'wr0ng&s3cret'");

        await().until(() -> trouble().contains("does not let gateway in"));

        assertThat(trouble()).doesNotContain("s3cret");
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("s3cret"));
    }

    @Test
    void aHostThatRefusesAndOneThatNeverAnswersAreShownAndHarmNobody() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            save("dead", "port: " + closedPort());
            save("mute", "port: " + silent.getLocalPort());
            drop("stock_1.csv", "x");

            start("complete: 'stable:0s'");

            await().until(() -> documents().size() == 1);
            await().until(() -> trouble("dead-stock").contains("refuses connections"));
            await().until(() -> trouble("mute-stock").contains("does not answer"));
            assertThat(log.list).noneMatch(line -> line.getThrowableProxy() != null);
        }
    }

    @Test
    void aFolderThatIsNotThereIsShown() throws IOException {
        start("folder: nowhere");

        await().until(() -> trouble().contains("did not list nowhere: there is none"));
    }

    @Test
    void aRouteWithoutKeepMovesNothing() throws IOException {
        drop("stock_1.csv", "x");

        start("complete: 'stable:0s'", "no keep");

        await().until(() -> trouble().contains("no step of the route kept it"));
        assertThat(Files.exists(site.resolve("out/stock_1.csv"))).isTrue();
    }

    @Test
    void aRouteThatIsDeletedTakesItsTroubleAlong() throws IOException {
        start("folder: nowhere");
        await().until(() -> !trouble().isEmpty());

        Files.delete(folder.resolve("routes/acme.camel.yaml"));

        await().until(() -> trouble().isEmpty());
    }

    private void start(String... parameters) throws IOException {
        save("acme", parameters);
        routes = Routes.start(folder.resolve("routes"), folder, database, new Keeping(database, () -> {}));
        assertThat(routes.files()).allSatisfy(f -> assertThat(f.refused()).isEmpty());
    }

    /** Parameters given replace those that all have. */
    private void save(String partner, String... given) throws IOException {
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

    private void drop(String name, String text) throws IOException {
        Path unfinished = folder.resolve("unfinished");
        Files.writeString(unfinished, text);
        Files.move(unfinished, site.resolve("out").resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }

    private String trouble() {
        return trouble("acme-stock");
    }

    private String trouble(String route) {
        return database.read(h -> h.createQuery("select detail from feed_trouble where route = :route")
                .bind("route", route)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    private int times() {
        return database.read(h -> h.createQuery("select coalesce(max(times), 0) from feed_trouble")
                .mapTo(Integer.class)
                .one());
    }

    private long lines(String part) {
        return log.list.stream()
                .filter(line -> line.getFormattedMessage().contains(part))
                .count();
    }

    private List<String> documents() {
        return database.read(h -> h.createQuery("select concat_ws(' ', partner, mapping, name, size, "
                        + "case when remote_time is not null then 'true' end) from document order by id")
                .mapTo(String.class)
                .list());
    }
}

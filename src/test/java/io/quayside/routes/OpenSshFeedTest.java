package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.app.bench.OpenSshServer;
import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server that most suppliers have, with an ed25519 key of ours, where this machine has it. */
@Timeout(180)
class OpenSshFeedTest {
    @TempDir
    Path folder;

    private final Database database = TestDatabase.create();
    private Path site;
    private OpenSshServer server;
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        assertThat(OpenSshServer.missing()).isEmpty();
        server = OpenSshServer.start(folder.resolve("ssh"));
        site = Files.createDirectories(folder.resolve("site"));
    }

    @AfterEach
    void stop() {
        if (routes != null) {
            routes.close();
        }
        if (server != null) {
            server.close();
        }
        database.close();
    }

    @Test
    void filesAreKeptAndMovedAwayOldestFirst() throws Exception {
        for (int i = 0; i < 20; i++) {
            Files.writeString(site.resolve("stock_" + i + ".csv"), "sku,quantity\nA," + i + "\n");
        }
        Files.writeString(site.resolve("big.csv"), "0123456789".repeat(500_000));

        feed("stable:0s");

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count() == 21);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(site.resolve(".done/big.csv")));
        long size = database.read(h -> h.createQuery("select size from document where name = 'big.csv'")
                .mapTo(Long.class)
                .one());
        assertThat(size).isEqualTo(5_000_000);
    }

    /** They are taken a thousand at a time, while the heap holds a few words a file. */
    @Test
    void aHundredThousandFilesAreWorkedOff() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            Files.createFile(site.resolve("stock_" + i + ".csv"));
        }

        feed("stable:0s");

        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> count() >= 100);
        assertThat(trouble()).isZero();
    }

    @Test
    void whatIsSentStandsThereUnderItsNameAndReplacesItsLikeWhereTheFeedReads() throws Exception {
        Files.writeString(site.resolve("po-1.x12"), "old");
        try (CamelContext camel = new DefaultCamelContext()) {
            SiteComponent sites =
                    new SiteComponent(Optional.empty(), new RouteSecrets(), folder.resolve("known_hosts"));
            camel.addComponent("site", sites);
            camel.start();
            sites.reads(
                    "acme",
                    ((SiteEndpoint) camel.getEndpoint("site:sftp?partner=acme&host=127.0.0.1&port=" + server.port()
                                    + "&username=" + server.user() + "&privateKey=" + server.clientKey()
                                    + "&hostKey=RAW(" + server.hostKey() + ")"))
                            .address());
            Map<String, Object> headers = new HashMap<>();
            headers.put(Exchange.FILE_NAME, "po-1.x12");

            camel.createProducerTemplate()
                    .sendBodyAndHeaders(
                            "kamelet:send-sftp?partner=acme&folder=" + site,
                            "ISA*new~".getBytes(StandardCharsets.US_ASCII),
                            headers);

            assertThat(site).isDirectoryNotContaining("glob:**.part");
            assertThat(site.resolve("po-1.x12")).hasContent("ISA*new~");
        }
    }

    private void feed(String complete) throws Exception {
        Files.createDirectories(folder.resolve("routes"));
        Files.writeString(
                folder.resolve("routes/acme.camel.yaml"),
                """
                - route:
                    id: acme-stock
                    from:
                      uri: kamelet:feed-sftp
                      parameters:
                        partner: acme
                        host: 127.0.0.1
                        port: %d
                        folder: %s
                        username: %s
                        privateKey: %s
                        hostKey: %s
                        complete: %s
                        every: 500ms
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: acme/stock}}
                """
                        .formatted(server.port(), site, server.user(), server.clientKey(), server.hostKey(), complete));
        routes = Routes.start(folder.resolve("routes"), folder, database, new Keeping(database, () -> {}));
    }

    private int count() {
        return database.read(h -> h.createQuery("select count(*) from document")
                .mapTo(Integer.class)
                .one());
    }

    private int trouble() {
        return database.read(h -> h.createQuery("select count(*) from feed_trouble")
                .mapTo(Integer.class)
                .one());
    }
}

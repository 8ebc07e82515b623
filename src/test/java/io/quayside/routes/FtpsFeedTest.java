package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FtpsFeedTest {
    @TempDir
    Path folder;

    private final Database database = TestDatabase.create();
    private Path site;
    private FtpServer server;
    private int port;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        site = Files.createDirectories(folder.resolve("site/out")).getParent();
        Files.createDirectories(folder.resolve("routes"));
        keytool("-genkeypair", "-alias", "ftp", "-keyalg", "RSA", "-dname", "CN=elsewhere", "-validity", "30");
        keytool(
                "-exportcert",
                "-alias",
                "ftp",
                "-rfc",
                "-file",
                folder.resolve("ftp.pem").toString());
        FtpServerFactory servers = new FtpServerFactory();
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(folder.resolve("ftp.p12").toFile());
        tls.setKeystorePassword("changeit");
        listeners.setSslConfiguration(tls.createSslConfiguration());
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setSslConfiguration(tls.createSslConfiguration());
        listeners.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setLoginFailureDelay(0);
        servers.setConnectionConfig(connections.createConnectionConfig());
        CommandFactoryFactory commands = new CommandFactoryFactory();
        commands.addCommand("STOR", (session, context, request) -> {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        servers.setCommandFactory(commands.createCommandFactory());
        servers.addListener("default", listeners.createListener());
        BaseUser user = new BaseUser();
        user.setName("gateway");
        user.setPassword("s3&cr+t");
        user.setHomeDirectory(site.toString());
        user.setAuthorities(List.of(new WritePermission()));
        servers.getUserManager().save(user);
        server = servers.createServer();
        server.start();
        port = servers.getListener("default").getPort();
    }

    @AfterEach
    void stop() {
        if (routes != null) {
            routes.close();
        }
        ended.countDown();
        server.stop();
        database.close();
    }

    @Test
    void filesAreKeptAndThenMovedAway() throws IOException {
        Files.writeString(site.resolve("out/stock_1.csv"), "sku,quantity\nA,1\n");
        Files.writeString(site.resolve("out/stock_2.csv"), "0123456789".repeat(100_000));

        feed("s3&cr+t", "certificate: " + folder.resolve("ftp.pem"));

        await().until(() -> Files.exists(site.resolve("out/.done/stock_1.csv"))
                && Files.exists(site.resolve("out/.done/stock_2.csv")));
        assertThat(documents())
                .containsExactlyInAnyOrder("acme/stock stock_1.csv 17", "acme/stock stock_2.csv 1000000");
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefusedAndShown() throws IOException {
        feed("s3&cr+t", "certificate: ''");

        await().until(() -> trouble().contains("has a certificate that is not trusted"));
    }

    @Test
    void aWrongPasswordIsShownWithoutIt() throws IOException {
        feed("wr0ng", "certificate: " + folder.resolve("ftp.pem"));

        await().until(() -> trouble().contains("does not let gateway in"));
        assertThat(trouble()).doesNotContain("wr0ng");
    }

    @Test
    void aServerThatHangsWhileWeSendIsLeft() throws Exception {
        SiteAddress address = new SiteAddress(
                SiteAddress.Kind.FTPS,
                "127.0.0.1",
                port,
                "out",
                new SiteAddress.Login("gateway", Optional.of("s3&cr+t"), Optional.empty(), Optional.empty()),
                new SiteAddress.Trust(
                        folder,
                        Optional.empty(),
                        Optional.of(folder.resolve("ftp.pem").toString()),
                        false));

        try (DefaultCamelContext camel = new DefaultCamelContext();
                Patience patience = new Patience();
                Site at = FtpsSite.open(address, camel, patience.with("it", Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> at.put("stock.csv", InputStream.nullInputStream()))
                    .isInstanceOf(SiteFailure.class)
                    .hasMessage("it did nothing for 1 s: the connection was broken off");
        }
    }

    private void feed(String password, String certificate) throws IOException {
        Files.writeString(
                folder.resolve("routes/acme.camel.yaml"),
                """
                - route:
                    id: acme-stock
                    from:
                      uri: kamelet:feed-ftps
                      parameters:
                        partner: acme
                        host: 127.0.0.1
                        port: %d
                        folder: out
                        username: gateway
                        password: "%s"
                        %s
                        complete: "stable:0s"
                        every: 500ms
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: acme/stock}}
                """
                        .formatted(port, password, certificate));
        routes = Routes.start(folder.resolve("routes"), folder, database, new Keeping(database, () -> {}));
    }

    private void keytool(String... rest) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(rest));
        command.addAll(List.of("-keystore", folder.resolve("ftp.p12").toString(), "-storepass", "changeit"));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40));
    }

    private String trouble() {
        return database.read(h -> h.createQuery("select coalesce(max(detail), '') from feed_trouble")
                .mapTo(String.class)
                .one());
    }

    private List<String> documents() {
        return database.read(h -> h.createQuery("select concat_ws(' ', mapping, name, size) from document")
                .mapTo(String.class)
                .list());
    }
}

package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.outbox.OutDocuments.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.sftp.common.SftpConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that hangs behind an SSH server that lives: it neither answers nor ends. */
@Timeout(120)
class HangingSiteTest {
    private static final String PASSWORD = "secret";
    private static final String SENTENCE = "did nothing for 1 s: the connection was broken off";

    @TempDir
    Path folder;

    private Quay quay;
    private Path site;
    private SftpSiteServer hanging;
    private SftpSiteServer healthy;

    @BeforeEach
    void start() throws IOException {
        site = folder.resolve("site");
        Files.createDirectories(site.resolve("out/.done"));
        Files.createDirectories(folder.resolve("other/out"));
        Files.createDirectories(folder.resolve("routes"));
        hanging = new SftpSiteServer(site, PASSWORD);
        healthy = new SftpSiteServer(folder.resolve("other"), PASSWORD);
        quay = new Quay(folder);
    }

    @AfterEach
    void stop() throws IOException {
        hanging.mend();
        quay.close();
        hanging.close();
        healthy.close();
    }

    @Test
    void aServerThatHangsAtTheLoginIsATroubleOfItsFeedOnlyUntilItIsWellAgain() throws IOException {
        hanging.hangAt(SftpConstants.SSH_FXP_INIT);
        Files.writeString(site.resolve("out/stock.csv"), "x");
        Files.writeString(folder.resolve("other/out/stock.csv"), "y");
        feed("acme", hanging);
        feed("delta", healthy);

        quay.start();

        Quay.await().until(() -> trouble("acme-feed").endsWith(SENTENCE));
        Quay.await().until(() -> count("delta") == 1);
        assertThat(trouble("delta-feed")).isEmpty();
        assertThat(count("acme")).isZero();

        hanging.mend();
        Quay.await().until(() -> count("acme") == 1 && trouble("acme-feed").isEmpty());
    }

    @Test
    void aServerThatHangsInTheMiddleOfABigFileGivesNothingOfIt() throws IOException {
        hanging.hangAt(SftpConstants.SSH_FXP_READ);
        Files.writeString(site.resolve("out/stock.csv"), "0123456789".repeat(50_000));
        feed("acme", hanging);

        quay.start();

        Quay.await().until(() -> trouble("acme-feed").endsWith(SENTENCE));
        assertThat(count("acme")).isZero();
    }

    @Test
    void aServerThatHangsInTheMiddleOfManySmallFilesGivesNothingOfThem() throws IOException {
        hanging.hangAt(SftpConstants.SSH_FXP_READ);
        for (int i = 0; i < 10; i++) {
            Files.writeString(site.resolve("out/stock_" + i + ".csv"), "x");
        }
        feed("acme", hanging);

        quay.start();

        Quay.await().until(() -> trouble("acme-feed").endsWith(SENTENCE));
        assertThat(count("acme")).isZero();
        hanging.mend();
        Quay.await().until(() -> count("acme") == 10 && trouble("acme-feed").isEmpty());
    }

    @Test
    void aServerThatHangsWhileWeSendKeepsTheDocumentAndHoldsUpNobody() throws IOException {
        hanging.hangAt(SftpConstants.SSH_FXP_WRITE);
        sends("acme", hanging);
        sends("delta", healthy);
        quay.start();

        long stuck = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "1");
        long well = quay.document("delta", Kind.PURCHASE_ORDER, "850-2.edi", "2");

        quay.awaitStatus(well, "sent");
        Quay.await().until(() -> trouble("acme-out").contains(SENTENCE));
        assertThat(quay.status(stuck)).isEqualTo("kept");
        assertThat(folder.resolve("other/out/850-2.edi")).hasContent("2");
    }

    private void sends(String partner, SftpSiteServer server) {
        quay.route(
                partner,
                "purchase-order",
                "- to: {uri: 'kamelet:send-sftp', parameters: {" + parameters(partner, server) + "}");
    }

    private void feed(String partner, SftpSiteServer server) throws IOException {
        Files.writeString(
                folder.resolve("routes/" + partner + ".camel.yaml"),
                """
                - route:
                    id: %s-feed
                    from:
                      uri: kamelet:feed-sftp
                      parameters: {complete: "stable:0s", every: 500ms, %s
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: standard/inventory}}
                """
                        .formatted(partner, parameters(partner, server)));
    }

    private static String parameters(String partner, SftpSiteServer server) {
        return "partner: " + partner + ", host: 127.0.0.1, port: " + server.port() + ", folder: out, username: "
                + SftpSiteServer.USER + ", password: " + PASSWORD + ", hostKey: " + server.hostKey()
                + ", patience: 1s}";
    }

    private String trouble(String route) {
        return quay.text("select coalesce(max(detail), '') from feed_trouble where route = '" + route + "'");
    }

    private int count(String partner) {
        return Integer.parseInt(
                quay.text("select count(*) from document where direction = 'in' and partner = '" + partner + "'"));
    }
}

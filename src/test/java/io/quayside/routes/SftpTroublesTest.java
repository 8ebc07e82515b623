package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a partner's SFTP server may do to us. */
@Timeout(180)
class SftpTroublesTest extends SftpFeeds {
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
    void aRouteThatIsDeletedTakesItsTroubleAlong() throws IOException {
        start("folder: nowhere");
        await().until(() -> !trouble().isEmpty());

        Files.delete(folder.resolve("routes/acme.camel.yaml"));

        await().until(() -> trouble().isEmpty());
    }
}

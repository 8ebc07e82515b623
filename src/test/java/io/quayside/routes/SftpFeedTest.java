package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which files are taken, and what becomes of them at the site. */
@Timeout(180)
class SftpFeedTest extends SftpFeeds {
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
    void aRouteWithoutKeepMovesNothing() throws IOException {
        drop("stock_1.csv", "x");

        start("complete: 'stable:0s'", "no keep");

        await().until(() -> trouble().contains("no step of the route kept it"));
        assertThat(Files.exists(site.resolve("out/stock_1.csv"))).isTrue();
    }
}

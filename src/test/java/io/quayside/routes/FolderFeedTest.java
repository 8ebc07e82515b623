package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FolderFeedTest {
    @TempDir
    Path folder;

    private final Database database = TestDatabase.create();
    private Path from;
    private String done = ".done";
    private Routes routes;

    @BeforeEach
    void prepare() throws IOException {
        from = Files.createDirectory(folder.resolve("from"));
        Files.createDirectories(folder.resolve("routes/sql"));
    }

    @AfterEach
    void stop() {
        routes.close();
        database.close();
    }

    @Test
    void aStableFileIsKeptAndThenMovedAway() throws IOException {
        start("stable:0s", "");

        drop("stock_1.csv", "sku,quantity\nA,1\n");

        await().until(() -> documents().equals(List.of("acme acme/stock stock_1.csv 17 true")));
        await().until(() -> Files.exists(from.resolve(".done/stock_1.csv")));
        assertThat(Files.exists(from.resolve("stock_1.csv"))).isFalse();
    }

    @Test
    void aDoneFileSaysThatItsFileIsCompleteAndGoesWithIt() throws IOException {
        start("done-file:${name}.done", "");

        drop("stock_1.csv", "x");
        drop("stock_2.csv", "yy");
        drop("stock_2.csv.done", "");

        await().until(() -> Files.exists(from.resolve(".done/stock_2.csv")));
        await().until(() -> !Files.exists(from.resolve("stock_2.csv.done")));
        assertThat(documents()).containsExactly("acme acme/stock stock_2.csv 2 true");
        assertThat(Files.exists(from.resolve("stock_1.csv"))).isTrue();
    }

    @Test
    void anEndingOfTheWritersOwnWaitsForTheRename() throws IOException {
        start("rename:.writing", "");

        drop("stock_1.csv.writing", "x");
        drop("stock_2.csv", "yy");
        await().until(() -> documents().size() == 1);
        Files.move(from.resolve("stock_1.csv.writing"), from.resolve("stock_1.csv"));

        await().until(() -> documents().size() == 2);
        assertThat(documents().get(1)).isEqualTo("acme acme/stock stock_1.csv 1 true");
    }

    @Test
    void whatCannotBeKeptStaysAndIsTakenLater() throws IOException {
        start("stable:0s", "");
        database.transact(h -> h.execute("alter table document rename to mislaid"));

        drop("stock_1.csv", "x");
        await().during(Duration.ofSeconds(2)).until(() -> Files.exists(from.resolve("stock_1.csv")));
        database.transact(h -> h.execute("alter table mislaid rename to document"));

        await().until(() -> documents().equals(List.of("acme acme/stock stock_1.csv 1 true")));
    }

    /** Between the feed and keep stand Camel's own steps: a query of the integrator's chooses the name. */
    @Test
    void anyCamelStepMayStandInBetween() throws IOException {
        database.transact(h -> h.execute("insert into storefront values ('shop', 'Shop')"));
        Files.writeString(
                folder.resolve("routes/sql/shop.sql"),
                "-- The name of a storefront.\nselect name from storefront where code = :#${header.code}\n");
        start(
                "stable:0s",
                """
                        - setHeader: {name: code, constant: shop}
                        - to: {uri: "kamelet:lookup", parameters: {query: shop, header: found}}
                        - log: "found ${header.found[0][name]}"
                        - setHeader: {name: CamelFileName, simple: "${header.found[0][name]}-${file:name}"}
                """);

        drop("stock_1.csv", "x");

        await().until(() -> documents().equals(List.of("acme acme/stock Shop-stock_1.csv 1 true")));
    }

    @Test
    void filesThatTheRouteCannotTakeHoldUpNoneBehindThem() throws IOException {
        for (int i = 1; i <= 4; i++) {
            drop("stock_" + i + ".csv", "bad");
        }
        drop("stock_5.csv", "good");

        start(
                "stable:0s",
                """
                        - choice:
                            when:
                              - simple: "${file:size} == 3"
                                steps:
                                  - throwException: {exceptionType: java.lang.IllegalStateException, message: "no"}
                """);

        await().until(() -> documents().equals(List.of("acme acme/stock stock_5.csv 4 true")));
        Files.delete(from.resolve("stock_4.csv"));
        drop("stock_4.csv", "mended");
        await().until(() -> documents().size() == 2);
    }

    /** A login that may only read: what is kept stays, and must not take the place of what comes. */
    @Test
    void aThousandFilesThatCannotBeMovedLeaveRoomForThoseThatCome() throws IOException {
        done = "/dev/null/nowhere";
        for (int i = 1; i <= 1_003; i++) {
            drop("stock_" + i + ".csv", "x" + i);
        }

        start("stable:0s", "");

        await().until(() -> documents().size() == 1_003);
        drop("stock_2000.csv", "new");
        await().until(() -> documents().size() == 1_004);
        await().during(Duration.ofSeconds(1)).until(() -> documents().size() == 1_004);
    }

    private void start(String complete, String steps) throws IOException {
        Files.writeString(
                folder.resolve("routes/acme.camel.yaml"),
                """
                - route:
                    id: acme-folder
                    from:
                      uri: kamelet:feed-folder
                      parameters:
                        partner: acme
                        folder: "%s"
                        include: "stock_\\\\d+[.]csv"
                        complete: "%s"
                        every: 200ms
                        done: "%s"
                      steps:
                %s        - to: {uri: "kamelet:keep", parameters: {mapping: acme/stock}}
                """
                        .formatted(from, complete, done, steps));
        routes = Routes.start(folder.resolve("routes"), folder, database, new Keeping(database, () -> {}));
        assertThat(routes.files()).allSatisfy(f -> assertThat(f.refused()).isEmpty());
    }

    private void drop(String name, String text) throws IOException {
        Path unfinished = folder.resolve(name);
        Files.writeString(unfinished, text);
        Files.move(unfinished, from.resolve(name));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40));
    }

    private List<String> documents() {
        return database.read(h -> h.createQuery("select concat_ws(' ', partner, mapping, name, size, "
                        + "case when remote_time is not null then 'true' end) from document order by id")
                .mapTo(String.class)
                .list());
    }
}

package io.quayside.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void itIsDurableKeepsItsDataAndIsAttachedToWhenItOutlivedItsGateway() throws Exception {
        Path home = folder.resolve("postgres");
        EmbeddedPostgres first = EmbeddedPostgres.open(home);
        execute(first, "create table kept (n int); insert into kept values (7)");

        EmbeddedPostgres second = EmbeddedPostgres.open(home);

        assertThat(second.url()).isEqualTo(first.url());
        assertThat(query(second, "show fsync") + query(second, "show synchronous_commit"))
                .isEqualTo("onon");
        assertThat(query(second, "show listen_addresses")).isEqualTo("127.0.0.1");
        second.close();

        EmbeddedPostgres third = EmbeddedPostgres.open(home);

        assertThat(query(third, "select n from kept")).isEqualTo("7");
        third.close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPidFileOfACrashedServerIsNotInTheWay() throws Exception {
        Path home = folder.resolve("postgres");
        EmbeddedPostgres crashed = EmbeddedPostgres.open(home);
        execute(crashed, "create table kept (n int)");
        byte[] pidFile = Files.readAllBytes(home.resolve("data/postmaster.pid"));
        long postmaster =
                Long.parseLong(new String(pidFile, UTF_8).lines().findFirst().orElseThrow());
        crashed.close();
        await().until(() -> ProcessHandle.of(postmaster).isEmpty());
        Files.write(home.resolve("data/postmaster.pid"), pidFile);

        EmbeddedPostgres again = EmbeddedPostgres.open(home);

        assertThat(query(again, "select count(*) from kept")).isEqualTo("0");
        again.close();
    }

    @Test
    void aServerThatIsKilledIsStartedAgainWhereItWas() throws Exception {
        Path home = folder.resolve("postgres");
        EmbeddedPostgres server = EmbeddedPostgres.open(home);
        execute(server, "create table kept as select 7 as n");
        long postmaster = Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).get(0));
        try (Worker watch = new Worker("postgres", new Doorbell(), Duration.ofMillis(100), server::revive)) {
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(
                            query(server, "select n from kept"))
                    .isEqualTo("7"));
        }
        server.close();
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Database database = new Database(server.url(), server.user(), server.password(), 2)) {
            database.transact(h -> h.createScript(sql).execute());
        }
    }

    private static String query(EmbeddedPostgres server, String sql) {
        try (Database database = new Database(server.url(), server.user(), server.password(), 2)) {
            return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
        }
    }
}

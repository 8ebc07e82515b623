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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReportRoutesTest {
    @TempDir
    Path temporary;

    private Path folder;

    private final Database database = TestDatabase.create();
    private Routes routes;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(temporary.resolve("my data+50% ?&#"));
    }

    @AfterEach
    void stop() {
        routes.close();
        database.close();
    }

    @Test
    void whatWasWrongGoesToTheOutboxOnce() throws IOException {
        partner("acme", "{}");
        document(1, "acme", "../we ird.csv", "applied");
        problem(1, 0, "bad_number", "line 3 column \"Qty\"", "1O2");
        problem(1, 1, "unknown_sku", "line 4", "a,b\nc");

        start();
        settled();

        assertThat(outbox("acme")).containsExactly("report-1-.._we_ird.csv");
        assertThat(Files.readString(folder.resolve("sftp/acme/outbox/report-1-.._we_ird.csv")))
                .isEqualTo(
                        """
                        "problem","at","value","field","line","write"
                        "bad_number","line 3 column \"\"Qty\"\"\","1O2","quantity","held","a whole number"
                        "unknown_sku","line 4","a,b c","quantity","held","a whole number"
                        """);
    }

    @Test
    void withoutProblemsOrWhereThePartnerWantsNoneThereIsNoReport() throws IOException {
        partner("acme", "{}");
        partner("mute", "{\"acknowledge\": false}");
        document(1, "acme", "good.csv", "applied");
        document(2, "mute", "bad.csv", "rejected");
        problem(2, 0, "empty_file", "file", null);
        document(3, "nobody", "bad.csv", "rejected");
        problem(3, 0, "unknown_partner", "file", null);

        start();
        settled();

        assertThat(outbox("acme")).isEmpty();
        assertThat(outbox("mute")).isEmpty();
    }

    private void start() {
        routes = Routes.start(folder.resolve("routes"), folder, database, new Keeping(database, () -> {}));
    }

    private void settled() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> database.read(
                        h -> h.createQuery("select every(reported_at is not null and lease is null)" + " from document")
                                .mapTo(Boolean.class)
                                .one()));
    }

    private void partner(String code, String file) {
        database.transact(h ->
                h.execute("insert into partner (code, name, file) values (?, ?, cast(? as jsonb))", code, code, file));
    }

    private void document(long id, String partner, String name, String status) {
        database.transact(h -> h.execute(
                "insert into document (id, partner, mapping, name, sha256, size, status, ended_at)"
                        + " overriding system value values (?, ?, 'm', ?, '\\x00', 1, ?, now())",
                id,
                partner,
                name,
                status));
    }

    private void problem(long document, int n, String code, String at, String value) {
        database.transact(h -> h.execute(
                "insert into problem (document_id, n, code, at, value, field, line, write)"
                        + " values (?, ?, ?, ?, ?, 'quantity', 'held', 'a whole number')",
                document,
                n,
                code,
                at,
                value));
    }

    private List<String> outbox(String partner) throws IOException {
        Path outbox = folder.resolve("sftp").resolve(partner).resolve("outbox");
        if (!Files.exists(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}

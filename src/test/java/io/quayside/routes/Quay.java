package io.quayside.routes;

import io.quayside.inbox.Keeping;
import io.quayside.outbox.OutDocuments;
import io.quayside.outbox.OutDocuments.Kind;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jdbi.v3.core.Handle;

/** Routes on a database of their own, with partners {@code acme} and {@code delta}, and what they are asked to write and told. */
final class Quay implements AutoCloseable, Correspondence {
    final Database database = TestDatabase.create();
    final Path folder;
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<Long> told = Collections.synchronizedList(new ArrayList<>());
    final OutDocuments documents;
    private final Doorbell bell = new Doorbell();
    private Routes routes;

    Quay(Path folder) {
        this.folder = folder;
        this.documents = new OutDocuments(bell::ring);
        database.transact(
                h -> h.execute("insert into partner (code, name) values ('acme', 'Acme'), ('delta', 'Delta')"));
    }

    @Override
    public void write(String partner, Set<String> kinds) {
        asked.add(partner + " " + String.join(",", kinds.stream().sorted().toList()));
    }

    @Override
    public void sent(Handle handle, long document) {
        told.add(document);
    }

    /** A route file of one route that dispatches and then takes {@code steps}, indented by eight. */
    Quay route(String partner, String kinds, String steps) {
        return route(partner, kinds, steps, "200ms");
    }

    Quay route(String partner, String kinds, String steps, String every) {
        try {
            Files.createDirectories(folder.resolve("routes"));
            Files.writeString(
                    folder.resolve("routes/" + partner + ".camel.yaml"),
                    """
                    - route:
                        id: %s-out
                        from:
                          uri: kamelet:dispatch
                          parameters: {partner: %s, kinds: "%s", every: %s}
                          steps:
                    %s"""
                            .formatted(partner, partner, kinds, every, steps.indent(8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void start() {
        routes = new Routes(
                new Routes.Folders(folder.resolve("routes"), folder),
                database,
                new Keeping(database, () -> {}),
                MappingVersions.NONE,
                this,
                bell);
    }

    List<RouteFile> files() {
        return routes.files();
    }

    long document(String partner, Kind kind, String name, String content) {
        return database.inTransaction(h -> documents.write(
                h,
                new OutDocuments.Paper(
                        partner,
                        kind,
                        partner + "/x",
                        name,
                        content.getBytes(StandardCharsets.UTF_8),
                        List.of(),
                        Optional.empty())));
    }

    String status(long document) {
        return text("select status from document where id = " + document);
    }

    String text(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
    }

    void sql(String sql) {
        database.transact(h -> h.execute(sql));
    }

    void awaitStatus(long document, String status) {
        await().until(() -> status(document).equals(status));
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
    }

    List<String> outbox(String partner) {
        return files(folder.resolve("sftp").resolve(partner).resolve("outbox"));
    }

    static List<String> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (routes != null) {
            routes.close();
        }
        database.close();
    }
}

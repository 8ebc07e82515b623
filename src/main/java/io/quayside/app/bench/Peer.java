package io.quayside.app.bench;

import io.quayside.store.Database;
import io.quayside.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** The least that a database can do with a file: copy it into an unlogged table, merge that into stock. */
final class Peer {
    private final Database database;

    Peer(Database database) {
        this.database = database;
    }

    /** Its own copy of the stock, keyed like ours. */
    void prepare() {
        database.transact(handle -> {
            handle.execute(Sql.named("bench/peer_stage"));
            handle.execute(Sql.named("bench/peer_stock"));
            handle.execute(Sql.named("bench/peer_key"));
        });
        database.read(handle -> handle.execute("vacuum analyze"));
    }

    void take(Path file) {
        database.transact(handle -> {
            handle.execute("truncate peer_stage");
            copy(handle, file);
            handle.execute(Sql.named("bench/peer_merge"));
        });
    }

    private static void copy(Handle handle, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(Sql.named("bench/peer_copy"), bytes, 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the peer could not copy", e);
        }
    }
}

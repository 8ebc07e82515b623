package io.quayside.inbox;

import io.quayside.mapping.Mapping;
import io.quayside.mapping.PartnerFile;
import io.quayside.store.Database;
import io.quayside.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Reads a document and copies its records into table {@code stage}: one thread decompresses, reads and maps while this one
 * writes to the database.
 */
final class StageCopy implements AutoCloseable {
    private final Database database;
    private final ExecutorService readers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "document-reader");
        thread.setDaemon(true);
        return thread;
    });

    StageCopy(Database database) {
        this.database = database;
    }

    Reading read(Handle handle, Claim claim, Mapping mapping, PartnerFile partner, Places places) {
        Pipe pipe = new Pipe();
        StageSink sink = new StageSink(places, claim.receivedAt(), pipe);
        Future<?> reader = readers.submit(() -> read(claim, mapping, partner, sink));
        try {
            copy(handle, pipe, reader);
            reader.get();
            return new Reading(
                    sink.messages(),
                    sink.findings(),
                    sink.locations(),
                    sink.spots(),
                    sink.received(),
                    sink.answered(),
                    sink.mayRepeat(),
                    Optional.of(mapping.hash()));
        } catch (SQLException e) {
            throw new IllegalStateException("document " + claim.id() + " could not be staged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while staging", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("document " + claim.id() + " could not be read", e.getCause());
        } finally {
            pipe.abandon();
        }
    }

    private void read(Claim claim, Mapping mapping, PartnerFile partner, StageSink sink) {
        try (InputStream bytes = Content.of(database, claim)) {
            mapping.read(bytes, claim.name(), partner, sink);
            sink.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends when the reader has ended, well or not; what a failed one had written is rolled back with the transaction. */
    private static void copy(Handle handle, Pipe pipe, Future<?> reader) throws SQLException {
        CopyIn in =
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(Sql.named("inbox/copy_stage"));
        try {
            for (Optional<byte[]> rows = pipe.take(reader); rows.isPresent(); rows = pipe.take(reader)) {
                in.writeToCopy(rows.get(), 0, rows.get().length);
            }
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}

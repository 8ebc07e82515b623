package io.quayside.inbox;

import io.quayside.store.Database;
import io.quayside.store.Refusal;
import io.quayside.store.Slices;
import io.quayside.store.Sql;
import io.quayside.store.TemporaryFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.jdbi.v3.core.Handle;

/**
 * Keeps documents: after {@link #keep} has answered, nothing of them can be lost, and the remote file may be moved or
 * deleted. Judges nothing but the name: an unknown partner or mapping is kept as well and rejected later, where a person
 * sees it. May be called by many threads; blocks while bytes come in, but holds a connection only for the insert.
 */
public final class Keeping {
    /** Largest document, in bytes. */
    public static final long MAX_SIZE = 1L << 30;

    private final Database database;
    private final Runnable kept;

    /** {@code kept} is run after each commit that kept a document: it wakes the processing. */
    public Keeping(Database database, Runnable kept) {
        this.database = database;
        this.kept = kept;
    }

    /**
     * Reads {@code bytes} to the end and stores them; answers the document's id. The same drop again answers the id it got
     * the first time.
     */
    public long keep(InputStream bytes, Drop drop) throws IOException {
        DeferredFileOutputStream bag = TemporaryFiles.beyond(Slices.SIZE, ".gz");
        try {
            Packed packed = Packed.into(bag, bytes, MAX_SIZE)
                    .orElseThrow(() -> new Refusal(
                            Refusal.Kind.TOO_LARGE, "a document may have at most " + MAX_SIZE + " bytes: split it"));
            // A statement that stands alone is one wait for the database, a transaction of three are three.
            return bag.isInMemory()
                    ? database.read(handle -> store(handle, drop, packed, bag.getData(), Optional.empty()))
                    : keep(drop, packed, bag.getPath());
        } finally {
            if (!bag.isInMemory()) {
                Files.delete(bag.getPath());
            }
        }
    }

    private long keep(Drop drop, Packed packed, Path file) throws IOException {
        byte[] first = first(file);
        return database.inTransaction(handle -> store(handle, drop, packed, first, Optional.of(file)));
    }

    private static byte[] first(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Slices.SIZE);
        }
    }

    /** {@code more}: where the slices after the first are. */
    private long store(Handle handle, Drop drop, Packed packed, byte[] first, Optional<Path> more) {
        String name = CleanName.of(drop.name());
        boolean clean = name.equals(drop.name());
        return handle.createQuery(Sql.named("inbox/keep_document"))
                .bind("partner", drop.partner())
                .bind("mapping", drop.mapping())
                .bind("name", name)
                .bind("remote_time", drop.remoteTime().map(Instant::toString).orElse(null))
                .bind("remote_size", drop.remoteSize().orElse(null))
                .bind("sha256", packed.sha256())
                .bind("size", packed.size())
                .bind("bad_name", clean ? null : drop.name().replace("\0", ""))
                .bind("bytes", first)
                .mapTo(Long.class)
                .findOne()
                .map(id -> {
                    more.ifPresent(file -> slices(handle, id, file));
                    tell(handle);
                    return id;
                })
                .orElseGet(() -> earlier(handle, drop, name, packed));
    }

    private void tell(Handle handle) {
        if (handle.isInTransaction()) {
            handle.afterCommit(kept::run);
        } else {
            kept.run();
        }
    }

    private static void slices(Handle handle, long id, Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(Slices.SIZE);
            Slices.write(handle, id, 1, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long earlier(Handle handle, Drop drop, String name, Packed packed) {
        return handle.createQuery(Sql.named("inbox/earlier_drop"))
                .bind("partner", drop.partner())
                .bind("mapping", drop.mapping())
                .bind("name", name)
                .bind("remote_time", drop.remoteTime().map(Instant::toString).orElse(null))
                .bind("remote_size", drop.remoteSize().orElse(null))
                .bind("sha256", packed.sha256())
                .mapTo(Long.class)
                .one();
    }
}

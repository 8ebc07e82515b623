package io.quayside.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jdbi.v3.core.Handle;

/** Writes a document's compressed bytes in rows of at most 1 MB: the driver reads a bytea whole. */
public final class Slices {
    /** Bytes in each but the last. */
    public static final int SIZE = 1 << 20;

    private Slices() {}

    /** {@code gzip} is read to the end and not closed. */
    public static void write(Handle handle, long document, InputStream gzip) {
        write(handle, document, 0, gzip);
    }

    /** {@code first}: the number of the first slice that is written. */
    public static void write(Handle handle, long document, int first, InputStream gzip) {
        try {
            int n = first;
            for (byte[] slice = gzip.readNBytes(SIZE); slice.length > 0; slice = gzip.readNBytes(SIZE)) {
                handle.createUpdate(Sql.named("store/write_slice"))
                        .bind("document", document)
                        .bind("n", n++)
                        .bind("bytes", slice)
                        .execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

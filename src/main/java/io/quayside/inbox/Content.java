package io.quayside.inbox;

import io.quayside.store.Database;
import io.quayside.store.Sql;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A document's raw bytes, fetched slice by slice; no connection is held between two slices. */
public final class Content {
    private Content() {}

    /** Raw bytes of the document. */
    public static InputStream of(Database database, long document) throws IOException {
        return new GZIPInputStream(new SequenceInputStream(new Slices(database, document)), 1 << 16);
    }

    /** Like the other, without a look at the database where the claim holds them all. */
    static InputStream of(Database database, Claim claim) throws IOException {
        return claim.content() == null
                ? of(database, claim.id())
                : new GZIPInputStream(new ByteArrayInputStream(claim.content()));
    }

    private static final class Slices implements Enumeration<InputStream> {
        private final Database database;
        private final long document;
        private int n;
        private Optional<byte[]> next;

        Slices(Database database, long document) {
            this.database = database;
            this.document = document;
            this.next = slice();
        }

        private Optional<byte[]> slice() {
            return database.read(handle -> handle.createQuery(Sql.named("inbox/read_slice"))
                    .bind("document", document)
                    .bind("n", n++)
                    .mapTo(byte[].class)
                    .findOne());
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            InputStream slice = new ByteArrayInputStream(next.orElseThrow(NoSuchElementException::new));
            next = slice();
            return slice;
        }
    }
}

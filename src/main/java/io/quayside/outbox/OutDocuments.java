package io.quayside.outbox;

import io.quayside.store.Sha256;
import io.quayside.store.Slices;
import io.quayside.store.Sql;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;

/**
 * Writes documents to partners, in the transaction of what they say: each is kept with its bytes and control number until
 * a route has sent it, and the same bytes go again however often it has to be sent. Thread-safe.
 */
public final class OutDocuments {
    /** What a document is to its partner; routes name the kinds they take by these words. */
    public enum Kind {
        /** What we order. */
        PURCHASE_ORDER,
        /** An X12 acknowledgement: 997, 999 or TA1. */
        ACK,
        /** What was wrong in a document, as CSV. */
        REPORT;

        /** As in route files, tables and the API: {@code purchase-order}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A document as it was written.
     *
     * @param mapping that it was written by, or that read what it answers
     * @param name of the file that the partner gets: one clean path segment
     * @param controls its interchange control numbers, with 9 digits
     * @param answers the document in that an ack or report answers
     */
    public record Paper(
            String partner,
            Kind kind,
            String mapping,
            String name,
            byte[] content,
            List<String> controls,
            Optional<Long> answers) {}

    private final Runnable kept;

    /** {@code kept} is run after each commit that kept a document: it wakes the sending. */
    public OutDocuments(Runnable kept) {
        this.kept = kept;
    }

    /** Keeps the document to be sent and answers its id. */
    public long write(Handle handle, Paper paper) {
        long id = handle.createQuery(Sql.named("outbox/write_document"))
                .bind("partner", paper.partner())
                .bind("kind", paper.kind().word())
                .bind("mapping", paper.mapping())
                .bind("name", paper.name())
                .bind("sha256", Sha256.of(paper.content()))
                .bind("size", paper.content().length)
                .bindArray("controls", String.class, paper.controls())
                .bind("answers", paper.answers().orElse(null))
                .mapTo(Long.class)
                .one();
        Slices.write(handle, id, new ByteArrayInputStream(compressed(paper.content())));
        handle.afterCommit(kept::run);
        return id;
    }

    /**
     * The partner's next interchange control number, from 1; after 999,999,999 comes 1 again. Locks the partner's counter
     * until commit, and a roll-back takes the number back.
     */
    public static long nextControl(Handle handle, String partner) {
        return handle.createQuery(Sql.named("outbox/next_control"))
                .bind("partner", partner)
                .mapTo(Long.class)
                .one();
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

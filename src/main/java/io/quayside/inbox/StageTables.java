package io.quayside.inbox;

import io.quayside.store.Sql;
import org.jdbi.v3.core.Handle;

/**
 * The temporary tables {@code stage} and {@code difference} of a connection, for one document at a time. A transaction that
 * fails leaves them as empty as one that ends well.
 */
final class StageTables {
    /**
     * Up to this many bytes rows are deleted one by one: to cut a table short makes every prepared statement about it be
     * planned again, which costs a small document more than all the rest (measured: 6 ms).
     */
    private static final long LITTLE = 1 << 17;

    private StageTables() {}

    /** Forgets the rows of the document. */
    static void empty(Handle handle, Claim claim) {
        if (!claim.isSmall() || bytesWhenEmptied(handle) > LITTLE) {
            handle.execute(Sql.named("inbox/truncate_stage"));
        }
    }

    private static long bytesWhenEmptied(Handle handle) {
        return handle.createQuery(Sql.named("inbox/empty_stage"))
                .mapTo(Long.class)
                .one();
    }
}

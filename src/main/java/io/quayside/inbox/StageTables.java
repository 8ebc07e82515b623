package io.quayside.inbox;

import io.quayside.store.RoundTrip;
import io.quayside.store.Sql;
import java.util.List;
import java.util.function.Supplier;
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

    /** Runs the trip and forgets the rows of the document. */
    static void empty(Handle handle, Claim claim, RoundTrip trip) {
        Supplier<List<Left>> left = claim.isSmall() ? trip.rows("inbox/empty_stage", Left.class) : List::of;
        trip.run();
        if (left.get().stream().allMatch(tables -> tables.bytes() > LITTLE)) {
            handle.execute(Sql.named("inbox/truncate_stage"));
        }
    }

    /** What {@code inbox/empty_stage} answers. */
    record Left(long bytes) {}
}

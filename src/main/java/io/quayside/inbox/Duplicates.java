package io.quayside.inbox;

import io.quayside.store.Sql;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Which documents were here before. Because a feed's documents are staged one by one in order of arrival, everything
 * earlier has been judged when these are asked. A replay was asked for by a person and repeats nothing.
 */
final class Duplicates {
    private Duplicates() {}

    /** Control numbers that an earlier document with other content carried. */
    static List<String> reusedControls(Handle handle, Claim claim, Reading reading) {
        if (reading.controls().isEmpty()) {
            return List.of();
        }
        return handle.createQuery(Sql.named("inbox/reused_controls"))
                .bind("document", claim.id())
                .bind("partner", claim.partner())
                .bind("mapping", claim.mapping())
                .bind("sha256", claim.sha256())
                .bindArray("controls", String.class, reading.controls())
                .mapTo(String.class)
                .list();
    }
}

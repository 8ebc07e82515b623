package io.quayside.inbox;

import io.quayside.store.Sql;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which documents were here before. Because a feed's documents are staged one by one in order of arrival, everything
 * earlier has been judged when these are asked. A replay was asked for by a person and repeats nothing.
 */
final class Duplicates {
    private Duplicates() {}

    /** The document that this one repeats: A, B, A ends at A, unless A says itself of which moment or number it is. */
    static Optional<Long> twin(Handle handle, Claim claim) {
        if (claim.replays() > 0 || claim.accepted()) {
            return Optional.empty();
        }
        return handle.createQuery(Sql.named("inbox/twin_document"))
                .bind("document", claim.id())
                .bind("partner", claim.partner())
                .bind("mapping", claim.mapping())
                .bind("sha256", claim.sha256())
                .mapTo(Long.class)
                .findOne();
    }

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

    /** Whether its name was refused when it was kept; a person may replay it under the name we gave it. */
    static boolean badName(Handle handle, Claim claim) {
        if (claim.replays() > 0) {
            return false;
        }
        return handle.createQuery(Sql.named("inbox/has_bad_name"))
                .bind("document", claim.id())
                .mapTo(Boolean.class)
                .one();
    }
}

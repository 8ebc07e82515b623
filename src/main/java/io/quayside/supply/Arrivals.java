package io.quayside.supply;

import org.jdbi.v3.core.Handle;

/**
 * Applies what a document says, chunk by chunk, from the rows of table {@code change}: locks their SKUs, writes the facts
 * set-based, derives inbound from them and replans, all in the caller's transaction.
 */
public final class Arrivals {
    private final Replanning replanning;

    public Arrivals(Replanning replanning) {
        this.replanning = replanning;
    }

    /** Applies one chunk; {@code partner} is the document's. Applying the same chunk in two transactions is for the caller to prevent. */
    public Told apply(Handle handle, long document, String partner, int chunk) {
        return Told.NOTHING;
    }
}

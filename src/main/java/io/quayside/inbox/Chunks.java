package io.quayside.inbox;

import io.quayside.supply.Applied;
import org.jdbi.v3.core.Handle;

/** Applies one chunk of a document's changes in the caller's transaction: {@link io.quayside.supply.Arrivals#apply}. */
@FunctionalInterface
public interface Chunks {
    Applied apply(Handle handle, long document, String partner, int chunk);
}

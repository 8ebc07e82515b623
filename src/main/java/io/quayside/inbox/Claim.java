package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import java.time.Instant;
import java.util.UUID;

/** A document that this worker holds by a lease, as it was when it was claimed. */
record Claim(
        long id,
        String partner,
        String mapping,
        String name,
        Instant receivedAt,
        byte[] sha256,
        long size,
        String status,
        boolean accepted,
        int replays,
        byte[] mappingHash,
        UUID lease) {

    /** Whether an older statement of this kind changes nothing; shipments and receipts are known by their reference instead. */
    static boolean isStatement(Canonical.Kind kind) {
        return kind == Canonical.Kind.INVENTORY || kind == Canonical.Kind.INBOUND;
    }
}

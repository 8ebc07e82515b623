package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import java.time.Duration;
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

    /** A day covers every time zone and every clock that is a little fast. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Whether a moment that a document speaks of lies in the future of its arrival. */
    static boolean isAhead(Instant moment, Instant receivedAt) {
        return moment.isAfter(receivedAt.plus(AHEAD));
    }

    /** Whether an older statement of this kind changes nothing; shipments and receipts are known by their reference instead. */
    static boolean isStatement(Canonical.Kind kind) {
        return kind == Canonical.Kind.INVENTORY || kind == Canonical.Kind.INBOUND;
    }
}

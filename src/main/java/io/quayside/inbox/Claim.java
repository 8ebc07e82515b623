package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.store.RoundTrip;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A document that this worker holds by a lease, as it was when it was claimed.
 *
 * @param partnerKinds what its partner is; null where nobody knows it
 * @param content its compressed bytes where it is small, else null: they are fetched as they are read
 * @param badName whether its name was refused when it was kept
 */
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
        UUID lease,
        String[] partnerKinds,
        byte[] content,
        boolean badName) {

    /** Documents of up to so many bytes are small: several are claimed at once, with their content. */
    static final int SMALL = 1 << 14;

    /** A day covers every time zone and every clock that is a little fast. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Whether a moment that a document speaks of lies in the future of its arrival. */
    static boolean isAhead(Instant moment, Instant receivedAt) {
        return moment.isAfter(receivedAt.plus(AHEAD));
    }

    boolean isSmall() {
        return size <= SMALL;
    }

    /**
     * Begins a transaction about the document. Its commit does not wait for the disk, and the statements of small documents,
     * which are many and all alike, are not planned for each anew.
     */
    void begin(RoundTrip trip) {
        trip.update("inbox/may_be_lost");
        if (isSmall()) {
            trip.update("inbox/plan_once");
        }
    }

    /** Whether it was staged before and a person sent it here again. */
    boolean comesAgain() {
        return replays > 0 || accepted;
    }

    /** Whether an older statement of this kind changes nothing; shipments and receipts are known by their reference instead. */
    static boolean isStatement(Canonical.Kind kind) {
        return kind == Canonical.Kind.INVENTORY || kind == Canonical.Kind.INBOUND;
    }
}

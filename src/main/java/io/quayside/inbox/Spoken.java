package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.mapping.Message;
import java.time.Instant;
import java.util.TreeSet;

/** One message while and after it was read. */
final class Spoken {
    final Message message;
    /** The moment it speaks of: its own, else when the document came. */
    final Instant asOf;

    final TreeSet<String> locations = new TreeSet<>();
    int rows;
    int largest;
    /** Lines that gave no record, and the problems of lines. */
    int bad;

    int lineProblems;
    boolean incoming;
    boolean fallen;
    /** Whether it fell for what it is, and not because it is older than what is known. */
    boolean denied;
    /** Whether lines leave their location to us, and whether lines name it. */
    boolean leavesLocation;

    boolean namesLocation;
    private String lastLocation;

    Spoken(Message message, Instant receivedAt) {
        this.message = message;
        this.asOf = message.asOf().orElse(receivedAt);
    }

    void speaksOf(String location) {
        if (!location.equals(lastLocation)) {
            locations.add(location);
            lastLocation = location;
        }
    }

    boolean is(Canonical.Kind kind) {
        return !fallen && message.kind() == kind;
    }
}

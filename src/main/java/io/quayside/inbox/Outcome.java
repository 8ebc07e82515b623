package io.quayside.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where a document stands after staging. */
record Outcome(Status status, Optional<String> reason, Reading reading, int changes, int chunks) {
    /** The words of {@code document.status}. */
    enum Status {
        STAGED,
        HELD,
        APPLIED,
        IGNORED,
        REJECTED,
        DUPLICATE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether what it says counts from now on. */
    boolean goesOn() {
        return status == Status.STAGED || status == Status.APPLIED;
    }

    /** Their numbers. */
    List<Integer> allChunks() {
        return IntStream.rangeClosed(1, chunks).boxed().toList();
    }

    static Outcome rejected(String reason, Reading reading) {
        return new Outcome(Status.REJECTED, Optional.of(reason), reading, 0, 0);
    }

    /** Its first problem is the reason. */
    static Outcome rejected(Reading reading) {
        String reason = reading.findings().problems().stream()
                .findFirst()
                .map(p -> p.code().word() + " at " + p.at())
                .orElse("nothing in it could be read");
        return rejected(reason, reading);
    }

    static Outcome ended(Status status, String reason, Reading reading) {
        return new Outcome(status, Optional.of(reason), reading, 0, 0);
    }
}

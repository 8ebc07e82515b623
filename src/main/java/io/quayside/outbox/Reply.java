package io.quayside.outbox;

import java.time.Duration;
import java.util.Optional;

/** What came of a request: a status, or the reason why there is none. */
record Reply(Optional<Integer> status, Optional<Duration> retryAfter, Optional<String> error) {
    static Reply of(int status, Optional<Duration> retryAfter) {
        return new Reply(Optional.of(status), retryAfter, Optional.empty());
    }

    static Reply none(String error) {
        return new Reply(Optional.empty(), Optional.empty(), Optional.of(error));
    }

    boolean delivered() {
        return status.filter(s -> s >= 200 && s < 300).isPresent();
    }

    /** The endpoint is gone for good. */
    boolean gone() {
        return status.filter(s -> s == 410).isPresent();
    }

    /** The endpoint as a whole asks for a pause. */
    Optional<Duration> askedPause() {
        return status.filter(s -> s == 429 || s == 503).flatMap(s -> retryAfter);
    }

    String sentence() {
        return status.map(s -> "it answered " + s + (s >= 300 && s < 400 ? ", and redirects are not followed" : ""))
                .or(() -> error)
                .orElseThrow();
    }
}

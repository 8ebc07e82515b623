package io.quayside.routes;

import java.time.Duration;
import java.util.Optional;

/** A poll by HTTP brought nothing: one sentence that says what, where and what to do. */
final class FetchFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    FetchFailure(String sentence) {
        this(sentence, Optional.empty());
    }

    /** {@code retryAfter}: how long the other side wants to be left alone. */
    FetchFailure(String sentence, Optional<Duration> retryAfter) {
        super(sentence, null, false, false);
        this.retryAfter = retryAfter;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}

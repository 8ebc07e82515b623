package io.quayside.outbox;

import java.time.Instant;
import java.util.Optional;

/** One HTTP request: the status that came, or the reason why none came, after so many milliseconds. */
public record Attempt(Instant at, Optional<Integer> status, Optional<String> error, int millis) {}

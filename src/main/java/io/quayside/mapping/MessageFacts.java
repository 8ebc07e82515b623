package io.quayside.mapping;

import java.time.Instant;
import java.util.Optional;

/** What holds for every record of a message: where stock lies that names no place, and the moment it speaks of. */
record MessageFacts(Optional<String> location, Optional<Instant> asOf) {}

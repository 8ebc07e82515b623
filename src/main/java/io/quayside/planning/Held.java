package io.quayside.planning;

import java.time.Instant;

/** Units of a line allocated at a location since a moment (rule 4: long enough makes them firm). {@code units > 0}. */
public record Held(String location, int units, Instant since) {}

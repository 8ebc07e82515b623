package io.quayside.planning;

/** Units of an inbound promised to a waiting line. {@code units > 0}. */
public record Peg(long inbound, int units) {}

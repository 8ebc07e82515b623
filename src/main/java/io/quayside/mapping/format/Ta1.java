package io.quayside.mapping.format;

/**
 * What a TA1 says of an interchange that we sent.
 *
 * @param at where it stands: "ISA 000000017 TA1 1"
 * @param control of our interchange
 * @param code A, E or R
 * @param note why, as three digits
 */
public record Ta1(String at, String control, String code, String note) {}

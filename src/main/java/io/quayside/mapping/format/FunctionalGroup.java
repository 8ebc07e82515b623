package io.quayside.mapping.format;

/**
 * The head of a group of messages.
 *
 * @param id what its messages are for (GS01): "IB"
 * @param control its control number, as written (GS06)
 * @param version of its messages (GS08): "004010"
 */
public record FunctionalGroup(String id, String control, String version) {}

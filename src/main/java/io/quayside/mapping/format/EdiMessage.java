package io.quayside.mapping.format;

/**
 * The envelope of one message.
 *
 * @param type "846"
 * @param control its control number, as written (ST02)
 * @param version of its group (GS08): "004010"
 */
public record EdiMessage(String type, String control, String version) {}

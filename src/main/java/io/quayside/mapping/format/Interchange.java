package io.quayside.mapping.format;

/**
 * The envelope of an interchange.
 *
 * @param sender qualifier/id without padding: "ZZ/ACME"
 * @param receiver likewise
 * @param control its control number, as written (ISA13)
 * @param usage P for production, T for test
 * @param version as in ISA12: "00401"
 * @param date as in ISA09, {@code time} as in ISA10
 */
public record Interchange(
        String sender, String receiver, String control, String usage, String version, String date, String time) {}

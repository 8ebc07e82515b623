package io.quayside.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What {@code mappings/CODE/partner.yaml} says, or what is known of a partner without one. See contracts, section 3.
 *
 * @param kinds of supplier, dropship, warehouse
 * @param controlHeld a control number used again with other content holds the document (else it is ignored)
 * @param acknowledge whether a report of problems goes to the partner's outbox
 */
public record PartnerFile(
        String code,
        Optional<String> name,
        List<String> kinds,
        Optional<Location> location,
        Optional<Envelope> envelope,
        boolean controlHeld,
        boolean acknowledge) {

    /** The partner's own location; {@code cutoff} as HH:mm, {@code workingDays} as mon … sun. */
    public record Location(
            String code,
            int handlingDays,
            int rank,
            Optional<String> zone,
            List<String> workingDays,
            Optional<String> cutoff) {}

    /** EDI addresses as qualifier/id: "ZZ/ACMESUPPLY". */
    public record Envelope(String sender, String receiver) {}

    /** A partner without a file. */
    public static PartnerFile unnamed(String code) {
        return new PartnerFile(code, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), true, true);
    }
}

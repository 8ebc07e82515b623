package io.quayside.mapping;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code mappings/CODE/partner.yaml} says, or what is known of a partner without one. See contracts, section 3.
 *
 * @param kinds of supplier, dropship, warehouse
 */
public record PartnerFile(
        String code,
        Optional<String> name,
        List<String> kinds,
        Optional<Location> location,
        Optional<Envelope> envelope,
        Terms terms) {

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

    /**
     * How its documents are dealt with.
     *
     * @param controlHeld a control number used again with other content holds the document (else it is ignored)
     * @param acknowledge what it hears of its documents
     * @param staleAfter older inventory than this is shown as stale; empty: none ever is
     * @param dropship how its dropship purchase orders are dealt with, where the file says so
     * @param transitDays between the day on which goods leave it and the day on which they are delivered
     */
    public record Terms(
            boolean controlHeld,
            Acknowledge acknowledge,
            Optional<Duration> staleAfter,
            Optional<Dropship> dropship,
            int transitDays) {
        /** Those of a partner whose file says nothing of them. */
        public static final Terms USUAL = new Terms(true, Acknowledge.USUAL, Optional.empty(), Optional.empty(), 0);
    }

    /**
     * How dropship purchase orders are dealt with.
     *
     * @param cutoff when the day's are cut, in its location's zone; empty: each at once
     * @param ackWithin a purchase order unanswered for longer is shown
     * @param books when the supplier's own inventory leaves the units out
     */
    public record Dropship(Optional<LocalTime> cutoff, Optional<Duration> ackWithin, Books books) {
        /** Where nothing is said. */
        public static final Dropship USUAL = new Dropship(Optional.empty(), Optional.empty(), Books.ON_SHIP);
    }

    /** When a supplier takes dropship units out of its inventory: as it gets the order, as it answers, or as it ships. */
    public enum Books {
        ON_SEND,
        ON_ACK,
        ON_SHIP;

        /** As files say it: {@code on_ship}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How its dropship purchase orders are dealt with, where the file says so. */
    public Optional<Dropship> dropship() {
        return terms.dropship();
    }

    /** A partner without a file. */
    public static PartnerFile unnamed(String code) {
        return new PartnerFile(code, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Terms.USUAL);
    }
}

package io.quayside.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a purchase order as stored, with what answers and shipments came to so far.
 *
 * @param lineId of the customer's order, where it is cut from one
 * @param acknowledged units that the partner will send; empty until it has answered the line
 * @param cancelled units that the customer wants no more, although they were ordered
 * @param freed rejected units that the customer's line got back
 * @param bookedFrom since when the partner's inventories leave its units out; empty: when they ship
 * @param unnoticed units that a call shipped and no shipment of the partner was about so far
 */
record OrderedRow(
        String number,
        String line,
        String sku,
        int quantity,
        String partner,
        boolean dropship,
        Optional<String> location,
        Optional<Long> orderId,
        Optional<Long> lineId,
        Optional<Integer> acknowledged,
        int rejected,
        int undecided,
        Optional<LocalDate> leaves,
        int cancelled,
        int freed,
        int shipped,
        int transitDays,
        Optional<Instant> bookedFrom,
        int unnoticed) {

    /** Lines of purchase orders are known by both names. */
    record Key(String number, String line) {}

    Key key() {
        return new Key(number, line);
    }

    /** Whether its units go from a partner to a customer of ours. */
    boolean servesCustomer() {
        return dropship && lineId.isPresent() && location.isPresent();
    }

    /** The day that counts for us: on which units leave to a customer, or on which they come to us. */
    LocalDate day(LocalDate said, Optional<String> kind) {
        if (dropship) {
            return kind.filter("deliver"::equals).isPresent() ? said.minusDays(transitDays) : said;
        }
        return kind.filter("ship"::equals).isPresent() ? said.plusDays(transitDays) : said;
    }
}

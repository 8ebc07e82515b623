package io.quayside.supply.dropship;

import java.util.Optional;

/**
 * What a line's place on a purchase order that is not yet written should be: {@code differences.sql}.
 *
 * @param line of the purchase order; empty where it is on none
 * @param units that it should order
 * @param number of the order's purchase order for the location, where there is one
 * @param lastLine highest line number on that
 */
record Cut(
        long orderId,
        String location,
        long lineId,
        String sku,
        Optional<String> line,
        int units,
        Optional<String> number,
        int lastLine) {

    Place place() {
        return new Place(orderId, location);
    }

    /** One purchase order is for one customer's order and one location. */
    record Place(long orderId, String location) {}
}

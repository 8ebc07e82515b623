package io.quayside.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What a partner's shipment has shipped of one customer's order.
 *
 * @param lines of the order, each with its {@code units}
 */
record Parcel(
        String partner,
        String shipment,
        long orderId,
        String location,
        String storefront,
        String number,
        Optional<String> carrier,
        Optional<LocalDate> shipped,
        Instant noticedAt,
        List<String> tracking,
        List<Long> lines,
        List<Integer> units) {

    /** A day that is named without a time is its beginning, unless we were told on that day. */
    Instant shippedAt() {
        return shipped.filter(day -> !day.equals(LocalDate.ofInstant(noticedAt, ZoneOffset.UTC)))
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(noticedAt);
    }
}

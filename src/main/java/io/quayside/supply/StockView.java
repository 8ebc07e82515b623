package io.quayside.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where an item lies and what is on its way, as {@code GET /v1/stock/…} gives it. */
public record StockView(String sku, List<At> locations, List<Coming> inbound) {

    /**
     * Units at a location.
     *
     * @param available what a new order could have there, safety stock kept back
     * @param stale the partner has not said it for longer than its file allows ({@code stale.after})
     */
    public record At(
            String location,
            int onHand,
            int allocated,
            int released,
            int available,
            Optional<Instant> asOf,
            boolean stale) {}

    /** Units expected. */
    public record Coming(String location, String ref, int quantity, Optional<LocalDate> eta, int pegged) {}
}

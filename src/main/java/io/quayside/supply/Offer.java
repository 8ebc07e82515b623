package io.quayside.supply;

import io.quayside.planning.SkuPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What can be had of an item, and when.
 *
 * @param status in_stock, backorder, preorder, out_of_stock or discontinued, for the quantity asked
 * @param nextDate the day on which the quantity asked can leave, where it cannot now
 * @param incoming what is on its way and promised to nobody, by the day it can leave
 */
public record Offer(
        String sku,
        String status,
        int available,
        Optional<LocalDate> nextDate,
        List<Incoming> incoming,
        List<String> substitutes) {

    /** Units by a day. */
    public record Incoming(LocalDate date, int quantity) {}

    /** An item as it was last told. */
    record Item(
            String sku,
            String status,
            Optional<LocalDate> releaseDate,
            int available,
            String availability,
            Optional<LocalDate> nextDate,
            int safetyStock,
            boolean backorderAllowed,
            Optional<Integer> backorderLimit,
            List<String> substitutes,
            int waiting) {

        private boolean mayWait(int units) {
            return backorderAllowed
                    && !status.equals("discontinued")
                    && backorderLimit.map(limit -> waiting + units <= limit).orElse(true);
        }
    }

    /** What was told is the answer to one unit; more than that may be there on another day, or not at all. */
    static Offer of(Item item, SkuPlan free, int quantity) {
        List<Incoming> incoming = free.incoming().stream()
                .map(part -> new Incoming(part.day(), part.units()))
                .toList();
        if (quantity == 1 || item.available() >= quantity) {
            return new Offer(
                    item.sku(), item.availability(), item.available(), item.nextDate(), incoming, item.substitutes());
        }
        Optional<LocalDate> day = item.mayWait(quantity - item.available())
                ? dayOf(quantity, item.available(), incoming)
                : Optional.empty();
        String status = item.status().equals("discontinued")
                ? "discontinued"
                : day.isEmpty() ? "out_of_stock" : item.availability().equals("preorder") ? "preorder" : "backorder";
        return new Offer(item.sku(), status, item.available(), day, incoming, item.substitutes());
    }

    private static Optional<LocalDate> dayOf(int quantity, int available, List<Incoming> incoming) {
        int sum = available;
        for (Incoming part : incoming) {
            sum += part.quantity();
            if (sum >= quantity) {
                return Optional.of(part.date());
            }
        }
        return Optional.empty();
    }
}

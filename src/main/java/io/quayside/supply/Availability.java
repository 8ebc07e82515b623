package io.quayside.supply;

import io.quayside.planning.SkuPlan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a new order could have of an item, in the words of the contract.
 *
 * @param status in_stock, backorder, preorder, out_of_stock or discontinued
 * @param nextDate when more can leave; only where nothing is available and backorders are taken
 */
record Availability(int available, String status, Optional<LocalDate> nextDate) {

    /** From the plan of its SKU; {@code waiting} is what open lines wait for already. */
    static Availability of(ItemRow item, SkuPlan plan, int waiting, LocalDate today) {
        boolean unreleased = item.status().equals("preorder")
                && item.releaseDate().map(today::isBefore).orElse(true);
        if (plan.available() > 0) {
            return new Availability(plan.available(), unreleased ? "preorder" : "in_stock", Optional.empty());
        }
        if (item.status().equals("discontinued")) {
            return new Availability(0, "discontinued", Optional.empty());
        }
        boolean mayWait = item.backorderAllowed()
                && (item.backorderLimit().isEmpty()
                        || waiting < item.backorderLimit().getAsInt());
        if (!mayWait || plan.incoming().isEmpty()) {
            return new Availability(0, "out_of_stock", Optional.empty());
        }
        LocalDate next = plan.incoming().get(0).day();
        return new Availability(0, unreleased ? "preorder" : "backorder", Optional.of(next));
    }

    boolean differsFrom(ItemRow told) {
        return available != told.available()
                || !status.equals(told.availability())
                || !nextDate.equals(told.nextDate());
    }
}

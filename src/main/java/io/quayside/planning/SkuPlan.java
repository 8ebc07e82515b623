package io.quayside.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * What a new order could have of one SKU after this plan.
 *
 * @param available units on hand that nobody holds, safety stock kept back, units set aside not counted
 * @param incoming inbound units that nobody is promised, by the day they could leave, soonest first; undated ones left out
 */
public record SkuPlan(String sku, int available, List<Incoming> incoming) {
    /** Units free from a day on. */
    public record Incoming(LocalDate day, int units) {}
}

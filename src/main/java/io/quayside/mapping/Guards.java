package io.quayside.mapping;

import java.util.OptionalInt;

/**
 * What a staged document is asked before anything moves. Percentages are 0–100.
 *
 * @param minRows fewer rows trip
 * @param changePct row count against the feed's last, up or down
 * @param toZeroPct share of what was above zero that falls to zero
 * @param unknownSkuPct share of rows whose SKU nobody knows
 * @param quantityMax a larger quantity trips
 */
public record Guards(
        OptionalInt minRows, int changePct, int toZeroPct, int unknownSkuPct, OptionalInt quantityMax, Then then) {
    /** What a tripped guard does: holds the document, rejects it, or only says so. */
    public enum Then {
        HELD,
        REJECT,
        WARN
    }

    /** The numbers of the contract's example are the defaults; without `min` any count passes, without `quantity_max` any size. */
    public static final Guards DEFAULT = new Guards(OptionalInt.empty(), 40, 30, 5, OptionalInt.empty(), Then.HELD);
}

package io.quayside.mapping;

/**
 * How a mapping's documents relate to each other.
 *
 * @param absentThen what happens to SKUs that a full feed no longer names: kept, or set to zero
 * @param absentAfter after how many full feeds in a row
 * @param maxBadPct above this share of held or rejected lines the whole document is rejected
 */
public record Feed(Absent absentThen, int absentAfter, double maxBadPct) {
    /** What becomes of a SKU that a full feed does not name. */
    public enum Absent {
        KEEP,
        ZERO
    }
}

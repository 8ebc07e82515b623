package io.quayside.planning;

import java.util.Collection;

/** Plans who gets what. Pure: same input, same plan. Quantities are base units; see allocation.md, rules 1–9. */
public final class Planner {
    private Planner() {}

    /** Plans all demand of the SKUs in {@code supply} as a whole. Demand of a SKU without supply waits without a date. */
    public static Plan plan(Collection<SkuSupply> supply, Collection<Demand> demand, Policy policy, Moment moment) {
        throw new UnsupportedOperationException();
    }
}

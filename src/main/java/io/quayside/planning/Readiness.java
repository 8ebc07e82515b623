package io.quayside.planning;

/** What the planner may do with a {@link ShipRule#COMPLETE} order (rule 5). */
public enum Readiness {
    /** Judge it now: every line of it, and every SKU of it, is in the input. */
    JUDGE,
    /** Judged before: it takes. */
    READY,
    /** Judged before: it takes nothing, and what it cannot use is free for the next. */
    UNREADY,
    /** To be judged later: lines that would be whole set units aside, untold, and take nothing. */
    ASIDE
}

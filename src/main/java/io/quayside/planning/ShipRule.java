package io.quayside.planning;

/** What an order takes (rule 5). */
public enum ShipRule {
    /** What there is. */
    ANY,
    /** A line whole or not at all. */
    LINE,
    /** Nothing until every line can be whole, then all at once. */
    COMPLETE
}

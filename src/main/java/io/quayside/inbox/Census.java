package io.quayside.inbox;

import java.util.List;

/**
 * What the guards look at.
 *
 * @param rows records that were read
 * @param unknown of those, whose SKU nobody knows
 * @param toZero stock rows above zero that would fall to zero
 * @param aboveZero stock rows above zero at the named locations
 * @param largest quantity of any record
 * @param statements of full messages: how many rows now, and how many the feed had last
 */
record Census(int rows, int unknown, int toZero, int aboveZero, int largest, List<Counted> statements) {
    /** Rows of one kind; {@code last} is empty for a feed's first document. */
    record Counted(int rows, java.util.OptionalInt last) {}
}

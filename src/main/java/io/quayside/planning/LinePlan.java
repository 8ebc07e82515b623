package io.quayside.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The whole new plan of one line; the caller writes the difference to what {@link Demand} said.
 *
 * @param held in the order of supply
 * @param promise `original` once set stays; of a `complete` order it is the latest of those of its lines that are in the
 *     input, so it stands only when all are
 * @param schedule units by the day they leave, soonest first; units without a date are left out; empty for a `complete`
 *     order, which leaves as a whole on its promised day
 * @param rank place in the order of demand of its SKU, from 1
 * @param unitsAhead open units of the same SKU ahead of it
 * @param looked the supplies looked at, with what they had left for this line, for the decision record (rule 12)
 * @param rule the rule that decided, as its number and a few words: "4 firm", "5 line whole or not at all"
 * @param needed what would have been needed to get one unit more; empty when it has all
 * @param coverable of a `complete` order's line: it could be whole now, counting only the demand ahead and firm units
 * @param wholeOn the day on which the line alone is whole; empty when nothing known makes it so
 */
public record LinePlan(
        long id,
        String sku,
        List<Held> held,
        List<Peg> pegged,
        Promise promise,
        List<Dated> schedule,
        int rank,
        int unitsAhead,
        List<Looked> looked,
        String rule,
        Optional<String> needed,
        boolean coverable,
        Optional<LocalDate> wholeOn) {

    /** Units that leave on a day. */
    public record Dated(int units, LocalDate day) {}

    /** A supply ({@code on hand MAIN}, {@code inbound PO-77/1}), what it had left when this line's turn came, and what it gave. */
    public record Looked(String supply, int left, int given) {}

    /** Units reserved on hand. */
    public int allocated() {
        return held.stream().mapToInt(Held::units).sum();
    }
}

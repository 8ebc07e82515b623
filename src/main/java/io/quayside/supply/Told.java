package io.quayside.supply;

/**
 * What a change caused.
 *
 * @param stockChanges stock rows whose on hand changed
 * @param refilled order lines that gained units
 * @param lost order lines that lost units
 * @param promisesMoved order lines whose promise was told anew
 */
public record Told(int stockChanges, int refilled, int lost, int promisesMoved) {
    public static final Told NOTHING = new Told(0, 0, 0, 0);

    /** Both together. */
    public Told plus(Told more) {
        return new Told(
                stockChanges + more.stockChanges,
                refilled + more.refilled,
                lost + more.lost,
                promisesMoved + more.promisesMoved);
    }
}

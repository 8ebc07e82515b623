package io.quayside.planning;

/** Rule 3 and nothing else: what each supply in turn gives to a line. */
final class ShareOut {
    private ShareOut() {}

    /** Fills from one supply before the next, and never gives more than is missing. */
    static int[] of(int missing, int[] left) {
        int[] given = new int[left.length];
        int rest = missing;
        for (int i = 0; i < left.length && rest > 0; i++) {
            given[i] = Math.min(rest, left[i]);
            rest -= given[i];
        }
        return given;
    }
}

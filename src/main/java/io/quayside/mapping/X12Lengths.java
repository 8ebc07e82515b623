package io.quayside.mapping;

import java.util.Map;

/** How many characters the elements of a purchase order take in X12, version 004010. Segments that are not here have no limit. */
final class X12Lengths {
    private static final Map<String, int[]> MOST = Map.ofEntries(
            Map.entry("BEG", new int[] {2, 2, 22, 30, 8, 30}),
            Map.entry("CUR", new int[] {3, 3, 10}),
            Map.entry("REF", new int[] {3, 30, 80}),
            Map.entry("PER", new int[] {2, 60, 2, 80, 2, 80, 2, 80, 20}),
            Map.entry("DTM", new int[] {3, 8, 8}),
            Map.entry("TD5", new int[] {2, 2, 80, 2, 35, 2, 2, 30}),
            Map.entry("N1", new int[] {3, 60, 2, 80}),
            Map.entry("N2", new int[] {60, 60}),
            Map.entry("N3", new int[] {55, 55}),
            Map.entry("N4", new int[] {30, 2, 15, 3, 2, 30}),
            Map.entry("N9", new int[] {3, 30, 45}),
            Map.entry("MSG", new int[] {264}),
            Map.entry("PID", new int[] {1, 3, 2, 12, 80}),
            Map.entry("PO1", new int[] {20, 15, 2, 17, 2}),
            Map.entry("CTT", new int[] {6, 10}),
            Map.entry("AMT", new int[] {3, 18}));

    private X12Lengths() {}

    /** The most that element {@code n}, from 1, takes. */
    static int of(String tag, int n) {
        int[] most = MOST.getOrDefault(tag, new int[0]);
        if (n <= most.length) {
            return most[n - 1];
        }
        // After the unit price come pairs of a qualifier and an identifier.
        return tag.equals("PO1") ? n % 2 == 0 ? 2 : 48 : Integer.MAX_VALUE;
    }

    /** Whether element {@code n} only says what the next one is: neither stands without the other. */
    static boolean isQualifier(String tag, int n) {
        return switch (tag) {
            case "PER" -> n >= 3 && n % 2 == 1;
            case "PO1" -> n >= 6 && n % 2 == 0;
            case "N1" -> n == 3;
            default -> false;
        };
    }
}

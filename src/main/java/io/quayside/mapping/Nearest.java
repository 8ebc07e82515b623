package io.quayside.mapping;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean" for every name that a person types. */
public final class Nearest {
    private Nearest() {}

    /** The known word nearest to {@code typed}, if it is near enough to be meant (a third of its letters may differ). */
    public static Optional<String> to(String typed, Collection<String> known) {
        String best = null;
        int least = Math.max(2, typed.length() / 3) + 1;
        for (String word : known) {
            int distance = distance(typed.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j - 1], above[j]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}

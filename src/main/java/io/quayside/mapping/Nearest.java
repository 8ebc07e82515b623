package io.quayside.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person probably meant: the "did you mean" of every name that is typed. */
public final class Nearest {
    private Nearest() {}

    /** The known word that takes the fewest edits, if at most a third of its letters; case does not count. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(k -> edits(word, k) <= Math.max(1, Math.max(k.length(), word.length()) / 3))
                .min(Comparator.comparingInt((String k) -> edits(word, k)).thenComparing(k -> k));
    }

    /** ", did you mean 'x'?", or an empty text where nothing is near. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> ", did you mean '" + near + "'?").orElse("");
    }

    private static int edits(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

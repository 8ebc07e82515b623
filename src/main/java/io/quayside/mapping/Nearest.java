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
        return closest(word, known)
                .filter(k -> distance(word, k) <= Math.max(1, Math.max(k.length(), word.length()) / 3));
    }

    /** The known word that takes the fewest edits, however many. */
    public static Optional<String> closest(String word, Collection<String> known) {
        // A word far longer than all that is known is not a typing error; it is not worth a table of its length.
        return known.stream()
                .filter(k -> word.length() <= 2 * k.length() + 2)
                .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k));
    }

    /** ", did you mean 'x'?", or an empty text where nothing is near. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> ", did you mean '" + near + "'?").orElse("");
    }

    /** "; did you mean x?" for the end of a sentence, or an empty text where nothing is near. */
    public static String question(String word, Collection<String> known) {
        return to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** A word that is the beginning of the other is as near as one letter. */
    private static int distance(String word, String known) {
        boolean begins = word.length() > 2 && known.length() > word.length() && known.startsWith(word);
        return begins ? 1 : edits(word, known);
    }

    /** Letters to put in, leave out, change, or swap with their neighbour. */
    private static int edits(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int fewest(int[][] edits, String a, String b, int i, int j) {
        int change = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
